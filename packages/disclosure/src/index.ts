export { loadSolver, type Solver, type SolverOptions } from '@kantelpunt/solver'
export { type AuditAnswer, type AuditQuestion, auditTables, type CellInterval } from './audit/audit.ts'
export type { PublishedRate, PublishedTable, SameCell } from './audit/published-table.ts'
export type { Certificate } from './certificate/certificate.ts'
export { certify } from './certificate/certify.ts'
export { type Verdict, verifyCertificate } from './certificate/verify.ts'
export type { Clock } from './protect/exact.ts'
export { type Rule, usualRule } from './protect/problem.ts'
export { type ProtectAnswer, type Protectable, type ProtectOptions, protectCounts } from './protect/protect.ts'
export { type ProtectTablesAnswer, protectTables, type TableCell } from './protect/protect-tables.ts'
export {
  type LongTable,
  type LongTableOptions,
  type LongTableRefusal,
  readLongTable,
} from './reading/read-long-table.ts'
export { type RoundAnswer, roundTable } from './rounding/round-table.ts'
export {
  type AnsweringGroup,
  decideOpenAnswers,
  fewestForOpenAnswers,
  type OpenAnswersDecision,
} from './shares/open-answers.ts'
export { wilsonInterval } from './shares/wilson.ts'
export { besides } from './table/beside.ts'
export { type CountTable, namesOf, plainSumsOf, sizeOf, tableOf } from './table/count-table.ts'
export { type Dimension, type DimensionRefusal, flatDimension, hierarchicalDimension } from './table/dimension.ts'
export { type LinkedTables, type LinkRefusal, linkTables, sameCellsOf } from './table/link-tables.ts'
export { packSums, type Sums } from './table/sums.ts'
