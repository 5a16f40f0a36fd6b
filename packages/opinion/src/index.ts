export { picturedGroups } from './picture/given-groups.ts'
export {
  type GroupId,
  makePicture,
  type Picture,
  type PictureOptions,
  type PictureRefusal,
  type StatementNotes,
} from './picture/picture.ts'
export { type OpinionResult, type ResultOptions, resultOf } from './picture/result.ts'
export { groupStability, type Stability } from './picture/stability.ts'
export type { Start } from './picture/start.ts'
export { readMembers } from './reading/read-members.ts'
export { readStart } from './reading/read-start.ts'
export { notesOf, readStatements } from './reading/read-statements.ts'
export { readVotes, type VotesFile } from './reading/read-votes.ts'
export type { ReadingRefusal, VotesFormat } from './reading/refusal.ts'
export { type OpinionText, opinionText, tellRefusal } from './telling/text.ts'
export { gatherVotes, noVotes, type Vote, type Votes, withVote } from './votes/votes.ts'
