export { findPersonalData } from './find-personal-data.ts'
export type { Finding, Kind } from './finding.ts'
export { sentenceAround, sentencesOf } from './sentences.ts'
