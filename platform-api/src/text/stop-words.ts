import { stemOf } from './stem.ts';

/**
 * Function words of English that say nothing about a topic.
 * Source: the Snowball project's English stop word list (snowballstem.org, BSD licence), folded as `words.ts` folds.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `i me my myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
  it its itself they them their theirs themselves what which who whom whose this that these those am is are was were be
  been being have has had having do does did doing will would shall should can could may might must ought im youre hes
  shes its were theyre ive youve weve theyve id youd hed shed wed theyd ill youll hell shell well theyll isnt arent
  wasnt werent hasnt havent hadnt doesnt dont didnt wont wouldnt shant shouldnt cant cannot couldnt mustnt lets thats
  whos whats heres theres whens wheres whys hows a an the and but if or because as until while of at by for with about
  against between into through during before after above below to from up down in out on off over under again further
  then once here there when where why how all any both each few more most other some such no nor not only own same so
  than too very s t re ve ll d m`.split(/\s+/),
);

/**
 * Words with which a question names the act of speaking or thinking instead of its topic ("what did she say about",
 * "summarise the discussion of"). They are dropped from questions only, never from what is searched.
 * Source: the communication and mental verbs of Levin's "English Verb Classes and Alternations" (1993), classes 29.1,
 * 29.2, 29.4, 29.5, 29.9, 30.2, 36.1, 37.1 to 37.9, with the nouns derived from them.
 */
const SPEECH_ACTS = `say says said saying tell tells told telling talk talks talked talking speak speaks spoke spoken
  speaking ask asks asked asking answer answered answering reply replied discuss discussed discussing discussion
  discussions mention mentioned mentioning explain explained explaining explanation describe described describing
  description summarize summarise summarized summarised summary state stated statement remark remarked comment commented
  comments argue argued suggest suggested suggestion think thinks thought thoughts thinking believe believed consider
  considered opinion opinions view views viewpoint feel felt feeling regard regarding concerning respond responded
  express expressed elaborate elaborated converse conversation chat debate debated give gave given`.split(/\s+/);

const speechActStems: ReadonlySet<string> = new Set(SPEECH_ACTS.map(stemOf));

export const isStopWord = (form: string): boolean => STOP_WORDS.has(form);
export const isSpeechAct = (form: string): boolean => speechActStems.has(stemOf(form));
