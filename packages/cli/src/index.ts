import type { Command } from './command.ts'
import { admissionSolve } from './commands/admission-solve.ts'
import { admissionVerify } from './commands/admission-verify.ts'
import { exchangeExplain } from './commands/exchange-explain.ts'
import { exchangeMarket } from './commands/exchange-market.ts'
import { exchangeSolve } from './commands/exchange-solve.ts'
import { exchangeVerify } from './commands/exchange-verify.ts'
import { modelFit } from './commands/model-fit.ts'
import { modelGrowth } from './commands/model-growth.ts'
import { opinionDescribe } from './commands/opinion-describe.ts'
import { opinionGroups } from './commands/opinion-groups.ts'
import { panelAlternates } from './commands/panel-alternates.ts'
import { panelCheck } from './commands/panel-check.ts'
import { panelDraw } from './commands/panel-draw.ts'
import { panelExplain } from './commands/panel-explain.ts'
import { panelLottery } from './commands/panel-lottery.ts'
import { panelReplace } from './commands/panel-replace.ts'
import { panelSelect } from './commands/panel-select.ts'
import { panelVerify } from './commands/panel-verify.ts'
import { rankingFit } from './commands/ranking-fit.ts'
import { rankingNext } from './commands/ranking-next.ts'
import { rankingSimulate } from './commands/ranking-simulate.ts'
import { resultsJudge } from './commands/results-judge.ts'
import { resultsNormsDerive } from './commands/results-norms-derive.ts'
import { resultsNormsList } from './commands/results-norms-list.ts'
import { resultsRead } from './commands/results-read.ts'
import { resultsRules } from './commands/results-rules.ts'
import { tableAudit } from './commands/table-audit.ts'
import { tableProtect } from './commands/table-protect.ts'
import { tableRound } from './commands/table-round.ts'
import { tableVerify } from './commands/table-verify.ts'

export type { Command, Outcome, Shell } from './command.ts'
export { runCli } from './run-cli.ts'

/** The commands of the packages, one file each in `commands/`. */
export const commands: readonly Command[] = [
  admissionSolve,
  admissionVerify,
  exchangeExplain,
  exchangeMarket,
  exchangeSolve,
  exchangeVerify,
  modelFit,
  modelGrowth,
  opinionDescribe,
  opinionGroups,
  panelCheck,
  panelSelect,
  panelVerify,
  panelLottery,
  panelDraw,
  panelAlternates,
  panelReplace,
  panelExplain,
  rankingFit,
  rankingNext,
  rankingSimulate,
  resultsRead,
  resultsJudge,
  resultsNormsDerive,
  resultsNormsList,
  resultsRules,
  tableProtect,
  tableAudit,
  tableVerify,
  tableRound,
]
