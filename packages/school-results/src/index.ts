export type { Interval } from './cells/interval.ts'
export type { Cell, MaskFloor } from './cells/read-cell.ts'
export { codeText, type SchoolCode } from './cells/school-code.ts'
export {
  type ComparedSchool,
  comparedHeader,
  comparedRow,
  compareRules,
  type RuleTally,
  type SchoolsAndPupils,
  type SchoolVerdicts,
  tallyRules,
  verdictNames,
} from './figures/compare-rules.ts'
export {
  type DomainShares,
  type FiguresOfSchools,
  type FiguresRefusal,
  figuresOfSchools,
  type SchoolFigures,
  type TogetherFigures,
  type YearFigures,
} from './figures/school-figures.ts'
export { type RuleCell, raisedRule, type UnderRule, underRule, verdictUnder } from './figures/under-rule.ts'
export { deriveFromResults, type Judged, type JudgeRefusal, judgeResults } from './judging/judge-results.ts'
export { judgedHeader, judgedRows } from './judging/judged-rows.ts'
export { percentage, type Share, type ShareBounds } from './judging/share.ts'
export { wilsonInterval } from './judging/wilson.ts'
export { type ColumnMap, type MappedColumn, mappedLayout } from './layouts/indicator-layouts.ts'
export type { Kind as TableKind, Layout, Measure } from './layouts/layout.ts'
export { knownNorms } from './norms/known-norms.ts'
export {
  type Aspect,
  classOf,
  type Domain,
  domains,
  type Indicator,
  indicators,
  type NormSet,
  type NormTable,
  normFor,
} from './norms/norm-set.ts'
export { type ParsedNorms, parseNormSet } from './norms/parse-norm-set.ts'
export { longHeader, longRows } from './reading/long-rows.ts'
export { readResults } from './reading/read-results.ts'
export type { Refusal, RowRefusal } from './reading/refusal.ts'
export { mostRefusedRows, type RefusedRows, refusedInTables, refusedRows } from './reading/refused-rows.ts'
export type { MeasureOfRows, ResultsTable, TextOfRows } from './reading/results-table.ts'
export {
  indicatorFacts,
  type SecondaryIndicator,
  type SecondaryTrack,
  secondaryIndicators,
  secondaryTracks,
} from './secondary/indicator.ts'
export { type IndicatorFigure, indicatorFigures } from './secondary/indicator-rows.ts'
export {
  type HeldAgainst,
  type IndicatorYear,
  type JudgedIndicator,
  judgeIndicator,
  meanOf,
  type SideOfNorm,
} from './secondary/judge-indicator.ts'
export { knownSecondaryNorms, type SecondaryNormSet } from './secondary/secondary-norms.ts'
