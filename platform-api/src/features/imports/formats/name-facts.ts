import type { ParsedCall } from './parsed-call.ts';

type NameFacts = Partial<Pick<ParsedCall, 'title' | 'source' | 'sourceId' | 'sourceUrl' | 'startedAt' | 'language'>>;

/** Zoom puts the start in UTC first: `GMT20210506-160513_Recording.transcript.vtt`. */
const ZOOM = /(?:^|[/\\])GMT(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})[_. -]/;

/** yt-dlp writes `Title [video id].en.vtt`. */
const YOUTUBE = /(?:^|[/\\])([^/\\]{1,300}) \[([\w-]{11})\](?:\.([a-z]{2,3}(?:-[\w]{2,8})?)(?:-orig)?)?\.[\w.]{2,12}$/;

/** What the tools that write transcripts put into a file's name. Empty for a name that says nothing. */
export function factsFromName(name: string): NameFacts {
  const zoom = ZOOM.exec(name.slice(-500));
  if (zoom) {
    const [, year, month, day, hour, minute, second] = zoom;
    const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(time) ? { source: 'zoom' } : { source: 'zoom', startedAt: new Date(time).toISOString() };
  }
  const youtube = YOUTUBE.exec(name.slice(-500));
  const [, title, id, language] = youtube ?? [];
  if (title === undefined || id === undefined) return {};
  const facts: NameFacts = {
    title,
    source: 'youtube',
    sourceId: id,
    sourceUrl: `https://www.youtube.com/watch?v=${id}`,
  };
  return language === undefined ? facts : { ...facts, language };
}
