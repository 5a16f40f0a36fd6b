import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { EmptyState, Table } from '../../../../platform/ui/index.ts'
import { anyMemberOrGuest } from '../../../../platform/web/access.ts'
import { organisationOf, withinScope } from '../../../../platform/web/context.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { ownerNames } from '../../action.ts'
import { type Archive, loadArchive } from '../../archive-store.ts'
import { type Board, boardPath, cardPath } from '../../board.ts'
import type { OnPage } from '../../card-queries.ts'
import type { ActionCard, GoalCard } from '../../cards.ts'
import { sayNumber } from '../../figure.ts'
import { lastReading } from '../../goal.ts'
import { zoneText } from '../../text.board.ts'
import { cardsText } from '../../text.cards.ts'
import { Part, pageOfBoard } from './board-page-parts.tsx'

export const archiveRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/archive',
  access: anyMemberOrGuest('session'),
  handle: (c) =>
    pageOfBoard(c, 'archive', async ({ board }) => {
      const organisation = organisationOf(c)
      const place = { organisationId: organisation.id, boardId: board.id }
      const archive = await withinScope(c, (trx) => loadArchive(trx, place, amsterdamDay(c.var.now)))
      const path = boardPath(organisation.slug, board.id)
      return <ArchiveLists locale={c.var.locale} board={board} path={path} archive={archive} />
    }),
}

interface ArchiveProps {
  readonly locale: Locale
  readonly board: Board
  readonly path: string
  readonly archive: Archive
}

/** Everything that is no longer on the board, each leading to its page, where it can be put back. */
function ArchiveLists(props: ArchiveProps): Html {
  const { locale, archive } = props
  const words = cardsText(locale).archive
  const { goals, actions, successes, plans } = archive
  if (goals.length + actions.length + successes.length + plans.length === 0) {
    return <EmptyState title={words.empty}>{words.emptyLead}</EmptyState>
  }
  return (
    <div class="stack loose">
      <p class="soft">{words.lead}</p>
      {goals.length > 0 && <GoalTable {...props} />}
      {actions.length > 0 && <ActionTable {...props} />}
      {successes.length > 0 && (
        <WordsTable {...props} table="successes" cards={successes.map((card) => ({ ...card, day: card.onDate }))} />
      )}
      {plans.length > 0 && (
        <WordsTable {...props} table="plans" cards={plans.map((card) => ({ ...card, day: card.week }))} />
      )}
    </div>
  )
}

function GoalTable({ locale, board, path, archive }: ArchiveProps): Html {
  const words = cardsText(locale)
  const counted = (goal: GoalCard) => {
    const last = lastReading(goal)
    const outOf = last?.outOf ?? goal.outOf
    if (last === undefined) return ''
    const value = sayNumber(locale, last.value)
    return outOf === null ? value : `${value} ${zoneText(locale, board.kind).goals.outOf(sayNumber(locale, outOf))}`
  }
  return (
    <Part title={words.archive.goals}>
      <Table
        stacks
        caption={words.archive.goals}
        captionHidden
        columns={[
          {
            head: words.archive.what,
            cell: (goal: GoalCard & OnPage) => <a href={cardPath(path, 'goals', goal.id)}>{goal.effect}</a>,
          },
          { head: words.archive.how, cell: (goal) => ended(locale, words.goal.states[goal.state], goal) },
          { head: words.goal.readings, cell: counted },
        ]}
        rows={archive.goals}
      />
    </Part>
  )
}

function ActionTable({ locale, board, path, archive }: ArchiveProps): Html {
  const words = cardsText(locale)
  const own = zoneText(locale, board.kind).actions
  const who = (action: ActionCard) => {
    const names = ownerNames(action, archive.people)
    return (action.everyone ? [own.everyone, ...names] : names).join(', ')
  }
  const when = ({ stateAt }: ActionCard) =>
    stateAt === null ? '' : formatDay(locale, amsterdamDay(new Date(stateAt)), 'short')
  const how = (action: ActionCard & OnPage) => (
    <>
      {ended(locale, own.states[action.state], action)}
      {action.stateReason !== '' && <p class="soft">{words.action.because(action.stateReason)}</p>}
    </>
  )
  return (
    <Part title={words.archive.actions}>
      <Table
        stacks
        caption={words.archive.actions}
        captionHidden
        columns={[
          {
            head: words.archive.what,
            cell: (action: ActionCard & OnPage) => (
              <a href={cardPath(path, 'actions', action.id)}>{action.description}</a>
            ),
          },
          { head: words.archive.how, cell: how },
          { head: words.archive.when, cell: when },
          { head: words.archive.who, cell: who },
        ]}
        rows={archive.actions}
      />
    </Part>
  )
}

interface WordsCard extends OnPage {
  readonly id: string
  readonly description: string
  readonly byName: string
  readonly day: string
}

interface WordsTableProps extends ArchiveProps {
  readonly table: 'successes' | 'plans'
  readonly cards: readonly WordsCard[]
}

function WordsTable({ locale, path, table, cards }: WordsTableProps): Html {
  const words = cardsText(locale).archive
  return (
    <Part title={words[table]}>
      <Table
        stacks
        caption={words[table]}
        captionHidden
        columns={[
          {
            head: words.what,
            cell: (card: WordsCard) => <a href={cardPath(path, table, card.id)}>{card.description}</a>,
          },
          { head: words.when, cell: (card) => formatDay(locale, card.day) },
          { head: words.who, cell: (card) => card.byName },
          ...(cards.some((card) => card.removedAt !== null)
            ? [{ head: words.how, cell: (card: WordsCard) => (card.removedAt === null ? '' : words.removed) }]
            : []),
        ]}
        rows={cards}
      />
    </Part>
  )
}

function ended(locale: Locale, state: string, { removedAt }: OnPage): string {
  return removedAt === null ? state : cardsText(locale).archive.removed
}
