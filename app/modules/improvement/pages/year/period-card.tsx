import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDays } from '../../../../platform/text/days.ts'
import { Button, ButtonLink, Chip, Icon, type Phase, Phases } from '../../../../platform/ui/index.ts'
import { momentIn, weeksIn } from '../../period.ts'
import type { Stage } from '../../tables.ts'
import { yearText } from '../../text.year.ts'
import type { YearPeriod } from '../../year.ts'
import type { YearProps } from '../../year-props.ts'
import { PeriodLookBacks } from './period-look-backs.tsx'
import { PeriodMenu } from './period-menu.tsx'
import { toneOf } from './year-picture.tsx'

export const periodCardId = (year: number, number: number): string => `period-${year}-${number}`

export type PeriodProps = YearProps & { readonly period: YearPeriod }

const phaseOf: Readonly<Record<Stage, Phase | 'done' | null>> = {
  planned: null,
  'kick-off': 'kickOff',
  execution: 'execution',
  evaluation: 'evaluation',
  'look-back': 'lookBack',
  closed: 'done',
}

/** More letters than this would fill the card. */
const longTheme = 60

/** One of the five places in the year, with the theme that is in it and how far it is. */
export function PeriodCard(props: PeriodProps): Html {
  const { locale, audience, school, board, period, today } = props
  const words = yearText(locale).period
  const tone = toneOf(period, today)
  const open = period.theme === null
  const path = `${school}/year/${board.schoolYear}`
  return (
    <li
      id={periodCardId(board.schoolYear, period.number)}
      class={`period tone-${tone}${tone === 'board' ? ' now' : ''}${open ? ' open' : ''}`}
      data-id={period.id}
    >
      <div class="period-top">
        <p class="soft small">{whenOf(props)}</p>
        {audience === 'writes' && <PeriodMenu {...props} />}
      </div>
      {open ? (
        <h2 class="soft">{audience === 'writes' ? words.choose : words.noTheme}</h2>
      ) : (
        <h2 class={(period.theme ?? '').length > longTheme ? 'long' : undefined}>{period.theme}</h2>
      )}
      {open && period.endsOn >= today && <p class="soft small">{words.chooseHint}</p>}
      {period.note !== null && <p class="small note">{period.note}</p>}
      {!open && <Counts {...props} />}
      <PeriodLookBacks {...props} />
      {open && audience === 'writes' && (
        <p>
          <ButtonLink kind="quiet" icon="pencil" href={`${path}?edit=${period.number}#theme`}>
            {words.write}
            <span class="hide">: {words.title(period.number)}</span>
          </ButtonLink>
        </p>
      )}
      {!open && <Phases locale={locale} at={phaseOf[period.stage]} />}
      {!open && audience === 'writes' && <NextStage {...props} />}
    </li>
  )
}

/** The days, and where today stands in them: how long it will be, which week it is, or that it is over. */
function whenOf({ locale, period, days, today }: PeriodProps): Html {
  const words = yearText(locale).period
  const moment = momentIn(days, period, today)
  const said =
    moment.kind === 'week'
      ? words.week(moment.week, moment.of)
      : moment.kind === 'holiday'
        ? words.holiday(moment.week)
        : moment.kind === 'before'
          ? words.length(weeksIn(days, period))
          : period.stage === 'closed'
            ? words.stages.closed
            : words.over
  return (
    <>
      <span class="nowrap">{formatDays(locale, period.startsOn, period.endsOn)}</span> ·{' '}
      <span class={moment.kind === 'week' ? 'nowrap strong' : 'nowrap'}>{said}</span>
    </>
  )
}

/** Who takes part and what they set themselves; once it is over, how many goals were reached. */
function Counts({ locale, period, teamCount, today }: PeriodProps): Html {
  const words = yearText(locale).period
  const { goals, goalsReached, actions } = period
  const some = period.teams.length < teamCount
  const names = period.teams.map((team) => team.name).join(', ')
  const teams = period.teams.length === 0 ? words.noTeams : some ? names : words.allTeams
  const over = period.stage === 'closed' || period.endsOn < today
  if (over && goals > 0) {
    return (
      <p>
        <Chip tone={goalsReached > 0 ? 'good' : 'plain'} icon={goalsReached > 0 ? 'check' : 'flag'}>
          {words.reached(goalsReached, goals)}
        </Chip>
      </p>
    )
  }
  if (over) return <p class="soft small">{words.noGoals}</p>
  return (
    <p class="counts">
      {goals === 0
        ? teams
        : `${some ? names : words.teams(teamCount)} · ${words.goals(goals)} · ${words.actions(actions)}`}
    </p>
  )
}

/** The one thing to do next with a theme that is going on: move it to its next stage. */
function NextStage({ locale, school, board, period, today }: PeriodProps): Html {
  const { next } = yearText(locale).period
  const { stage } = period
  const to = nextStage(stage)
  if (to === null || stage === 'closed' || stage === 'look-back' || period.startsOn > today) return <></>
  return (
    <form method="post" action={`${school}/year/${board.schoolYear}/periods/${period.id}/stage`} data-entry="">
      <input type="hidden" name="was.stage" value={stage} />
      <Button kind="quiet" name="stage" value={to} iconAfter="arrow-right">
        {next[stage]}
      </Button>
    </form>
  )
}

function nextStage(stage: Stage): Stage | null {
  switch (stage) {
    case 'planned':
      return 'kick-off'
    case 'kick-off':
      return 'execution'
    case 'execution':
      return 'evaluation'
    case 'evaluation':
      return 'look-back'
    case 'look-back':
    case 'closed':
      return null
  }
}

/** Where to take hold of a card to drag it onto another one; a pointer's extra, the menu does the same. */
export function Handle({ locale }: Pick<PeriodProps, 'locale'>): Html {
  return (
    <span class="handle no-print" data-swap-target="handle" title={yearText(locale).period.drag} aria-hidden="true">
      <Icon name="grip-vertical" />
    </span>
  )
}
