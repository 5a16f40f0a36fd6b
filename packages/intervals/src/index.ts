export type { Estimate, Interval, TooFew } from './estimate.ts'
export { leastAnswers } from './estimate.ts'
export { meanOfScale, type Scale } from './mean-of-scale.ts'
export { type ShareCounts, share, shareOfGroup } from './share.ts'
