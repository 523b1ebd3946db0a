import weights from './timeline-weights.json' with { type: 'json' };

/** What moves a timeline's choices, kept as a readable file. Mention and precision weights are logarithms. */
export type TimelineWeights = typeof weights;

export const WEIGHTS: TimelineWeights = weights;
