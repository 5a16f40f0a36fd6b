import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { sequenceOf } from '../../../../platform/journal/journal-store.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { ButtonLink, Card, Chip, PageHead } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream } from '../../board.ts'
import type { Review } from '../../review-store.ts'
import { reviewText } from '../../text.review.ts'
import { LookBackWords, ReviewClosing, ReviewLookBack } from './review-closing.tsx'
import { ReviewGoals } from './review-goals.tsx'
import { findReview, type OpenReview, reviewPath } from './review-place.ts'
import { ReviewPulse } from './review-pulse.tsx'
import { hasAnswered, isTeamMember } from './review-voter.ts'

export const reviewPageRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/periods/:period',
  access: anyMember,
  handle: async (c) => {
    const open = await findReview(c)
    return open === null ? refuse(c, 'not-found') : showReview(c, open)
  },
}

/** What a closing form that was refused shows again. */
export interface ClosingForm {
  readonly errors: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly general?: string | undefined
}

/** The page on which a team looks back, also shown again when closing was refused. */
export async function showReview(c: WebContext, open: OpenReview, closing?: ClosingForm): Promise<Response> {
  const { locale } = c.var
  const words = reviewText(locale)
  const organisation = organisationOf(c)
  const { board, review, previous, place } = open
  const path = reviewPath(boardPath(organisation.slug, board.id), review.period.id)
  const { sequence, member, answered } = await withinScope(c, async (trx) => ({
    sequence: await sequenceOf(trx, organisation.id, boardStream(board.id)),
    member: await isTeamMember(trx, c, place),
    answered: await hasAnswered(trx, c, place),
  }))
  const writes = open.audience === 'writes' && review.lookBack.closedAt === null
  const parts = { locale, review, path, writes }
  const closedOn = review.lookBack.closedAt === null ? null : amsterdamDay(review.lookBack.closedAt)
  const theme = review.period.theme ?? words.noTheme(review.period.number)
  return page(
    c,
    {
      title: words.title(theme),
      body: (
        <div
          class="stack loose"
          data-controller="live"
          data-live-source-value={liveAddress(organisation.slug, boardStream(board.id), 'review', sequence)}
        >
          <PageHead
            over={words.over(
              board.teamName,
              formatDay(locale, review.period.startsOn),
              formatDay(locale, review.period.endsOn),
            )}
            title={words.title(theme)}
          >
            <ButtonLink kind="quiet" href={boardPath(organisation.slug, board.id)}>
              {words.toBoard}
            </ButtonLink>
          </PageHead>
          {closedOn !== null && <ReviewClosing {...parts} closedOn={closedOn} />}
          {previous?.lookBack.closedAt && (
            <Previous c={c} previous={previous} path={path} writes={writes} current={review} />
          )}
          <ReviewGoals {...parts} />
          <ReviewPulse {...parts} member={member} answered={answered} />
          <ReviewLookBack {...parts} />
          {writes && <ReviewClosing {...parts} {...closing} closedOn={null} />}
        </div>
      ),
    },
    closing === undefined ? 200 : 422,
  )
}

/** What the team wrote at the end of the period before, and the goals that it wanted to adapt. */
function Previous(props: {
  readonly c: WebContext
  readonly previous: Review
  readonly path: string
  readonly writes: boolean
  readonly current: Review
}): Html {
  const { c, previous, path, writes, current } = props
  const words = reviewText(c.var.locale)
  const theme = previous.period.theme ?? words.noTheme(previous.period.number)
  const adapted = previous.goals.filter((goal) => goal.decision === 'adapt')
  const taken = (effect: string) => current.goals.some((goal) => goal.effect === effect)
  return (
    <section class="stack tone-insight" id="previous">
      <h2>{words.previous.title(theme)}</h2>
      <LookBackWords locale={c.var.locale} lookBack={previous.lookBack} />
      {adapted.map((goal) => (
        <Card over={words.previous.adapted}>
          <h3>{goal.effect}</h3>
          {goal.worked && <p class="soft">{goal.worked}</p>}
          {taken(goal.effect) ? (
            <Chip tone="good" icon="check">
              {words.previous.taken}
            </Chip>
          ) : (
            writes && (
              <form method="post" action={`${path}/take-up`}>
                <input type="hidden" name="goal" value={goal.id} />
                <button class="utrecht-button utrecht-button--secondary-action" type="submit">
                  {words.previous.takeUp}
                </button>
              </form>
            )
          )}
        </Card>
      ))}
    </section>
  )
}
