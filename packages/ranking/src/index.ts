export {
  compareGroups,
  type GroupComparison,
  type GroupDifference,
  type GroupRanking,
} from './groups/compare-groups.ts'
export { type GroupWeights, type WeighRefusal, weighGroups } from './groups/weigh-groups.ts'
export { type Belief, learn, openBelief } from './next/belief.ts'
export { believeVotes } from './next/believe-votes.ts'
export { type NextOptions, type NextPair, nextPair } from './next/next-pair.ts'
export {
  type RankedItem,
  type Ranking,
  type RankingModel,
  type RankOptions,
  type RankRefusal,
  rankItems,
} from './rank-items.ts'
export { describeReadNote, describeReadProblem } from './read/describe-reading.ts'
export type { ReadNote, ReadProblem } from './read/problem.ts'
export { readItems } from './read/read-items.ts'
export { type Condition, type ReadVotes, type ReadVotesOptions, readVotes, type VoteForm } from './read/read-votes.ts'
export { type CoverageMeasured, measureCoverage, measureTop, type TopMeasured } from './simulate/measure.ts'
export { type SurveyPlan, simulateSurvey } from './simulate/simulate-survey.ts'
export { tellRanking, tellRefusal } from './tell/tell-ranking.ts'
export type { Interval } from './uncertainty/interval.ts'
export { addOrder, addPoints, tiersOf } from './votes/from-lists.ts'
export type { TieRule } from './votes/pair-table.ts'
export { collectVotes, type Vote, type VoteCollector, type Votes } from './votes/votes.ts'
