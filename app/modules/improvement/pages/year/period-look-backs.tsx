import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Fold } from '../../../../platform/ui/index.ts'
import { yearText } from '../../text.year.ts'
import type { YearPeriod } from '../../year.ts'
import type { YearProps } from '../../year-props.ts'

interface LookBackLink {
  readonly name: string
  readonly href: string
  readonly closed: boolean
}

/** Where each team looks back on the period: shown from its evaluation on, and for ever after. */
export function PeriodLookBacks(props: YearProps & { readonly period: YearPeriod }): Html {
  const { locale, period, school, today } = props
  const words = yearText(locale).period
  const due = period.endsOn < today || period.stage === 'evaluation' || period.stage === 'look-back'
  if (!due && period.stage !== 'closed') return <></>
  const links = linksOf(period, school)
  if (links.length === 0) return <></>
  const closed = links.filter((link) => link.closed).length
  return (
    <div class="look-backs no-print">
      <Fold summary={words.lookBacks(closed, links.length)}>
        <ul class="bare">
          {links.map((link) => (
            <li>
              <a href={link.href}>{link.closed ? words.lookBackClosed(link.name) : words.lookBackOpen(link.name)}</a>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}

/** Teams that take part and have a board, and those that no longer take part but wrote something. */
function linksOf({ id, teams, lookBacks }: YearPeriod, school: string): readonly LookBackLink[] {
  const href = (boardId: string) => `${school}/boards/${boardId}/periods/${id}`
  const taking = teams.flatMap(({ id: teamId, name, boardId }): LookBackLink[] => {
    const written = lookBacks.find((each) => each.teamId === teamId)
    return boardId === null ? [] : [{ name, href: href(boardId), closed: Boolean(written?.closedOn) }]
  })
  const gone = lookBacks.flatMap(({ teamId, teamName, boardId, closedOn }): LookBackLink[] =>
    closedOn === null || teams.some((team) => team.id === teamId)
      ? []
      : [{ name: teamName, href: href(boardId), closed: true }],
  )
  return [...taking, ...gone].toSorted((a, b) => a.name.localeCompare(b.name))
}
