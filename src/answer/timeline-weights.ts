import weights from './timeline-weights.json' with { type: 'json' };

/**
 * What moves a timeline's choices, kept as a readable file. `topical`, `focus` and `sameDay` are exponents, `mention` and
 * `precision` are logarithms, `months` and `weeks` say how much of its surroundings a date is measured against. Set by
 * a coordinate search over development timelines of seventeen topics (Timeline17 and Entities).
 */
export type TimelineWeights = typeof weights;

export const WEIGHTS: TimelineWeights = weights;
