import type { Article } from '../corpus/types.ts';
import type { Quotation, Reading } from '../nlp/types.ts';
import { cite } from './cite.ts';
import type { SpeakerCard } from './types.ts';

/** The speaker's name, mention and role, as the article gives them. */
export function speakerOf(article: Article, reading: Reading, { speaker }: Quotation): SpeakerCard {
  if (!speaker) return { name: null, mention: null, role: null };
  const mention = speaker.by === 'stated' ? cite(article, speaker.span) : null;
  const entity = speaker.entity === null ? undefined : reading.names.entities[speaker.entity];
  const role = entity?.roles[0];
  return { name: speaker.name, mention, role: role ? cite(article, role) : null };
}
