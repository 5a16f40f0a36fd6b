import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { ButtonLink, Card, Chip, EmptyState, PageHead } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath } from '../../board.ts'
import { findBoard } from '../../board-store.ts'
import { periodsUntil } from '../../review-store.ts'
import { reviewText } from '../../text.review.ts'
import { reviewPath } from './review-place.ts'

export const reviewListRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/periods',
  access: anyMember,
  handle: showPeriods,
}

/** The periods of a team's board: the one that is going on, and those that can be read back. */
async function showPeriods(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const words = reviewText(locale)
  const organisation = organisationOf(c)
  const today = amsterdamDay(c.var.now)
  const found = await withinScope(c, async (trx) => {
    const open = await findBoard(trx, c.var.visit, c.req.param('board') ?? '')
    if (open === null || open.board.kind !== 'improvement') return null
    const closed = await trx
      .selectFrom('look_backs')
      .select(['period_id', 'closed_at'])
      .where('organisation_id', '=', organisation.id)
      .where('team_id', '=', open.board.teamId)
      .where('closed_at', 'is not', null)
      .execute()
    return { board: open.board, periods: await periodsUntil(trx, organisation.id, today), closed }
  })
  if (found === null) return refuse(c, 'not-found')
  const path = boardPath(organisation.slug, found.board.id)
  const closedAt = new Map(found.closed.map((row) => [row.period_id, row.closed_at]))
  return page(c, {
    title: words.list.title,
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead over={found.board.teamName} title={words.list.title}>
          <ButtonLink kind="quiet" href={path}>
            {words.toBoard}
          </ButtonLink>
        </PageHead>
        <p>{words.list.intro}</p>
        {found.periods.length === 0 && (
          <EmptyState
            as="h2"
            title={words.list.empty}
            action={<ButtonLink href={`/s/${organisation.slug}/year`}>{words.list.toYear}</ButtonLink>}
          >
            {words.list.emptyDo}
          </EmptyState>
        )}
        <div class="cards">
          {found.periods.map((period) => {
            const at = closedAt.get(period.id)
            const running = period.endsOn >= today
            return (
              <Card
                tone={at ? 'good' : running ? 'board' : 'plain'}
                over={`${formatDay(locale, period.startsOn)} – ${formatDay(locale, period.endsOn)}`}
              >
                <div class="spread">
                  <div>
                    <h2>{period.theme ?? words.noTheme(period.number)}</h2>
                    <Chip>
                      {at
                        ? words.list.closed(formatDay(locale, amsterdamDay(at), 'long'))
                        : running
                          ? words.list.now
                          : words.list.open}
                    </Chip>
                  </div>
                  <ButtonLink kind="quiet" href={reviewPath(path, period.id)}>
                    {at ? words.list.read : words.list.look}
                  </ButtonLink>
                </div>
              </Card>
            )
          })}
        </div>
      </div>
    ),
  })
}
