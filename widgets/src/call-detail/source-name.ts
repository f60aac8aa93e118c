/** A source as people write it: "zoom" is "Zoom", "google_meet" is "Google Meet". */
export function sourceName(source: string): string {
  return source
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
