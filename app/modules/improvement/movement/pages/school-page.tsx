import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { Button, ButtonLink, Card, Chip, EmptyState, PageHead } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { type Afternoon, freeAfternoons } from '../afternoon-store.ts'
import { areaPath } from '../area.ts'
import { areasOf } from '../area-store.ts'
import { bookingsOf } from '../booking-store.ts'
import { type TeamWeeks, weeksLookedAt, weeksNeeded } from '../rhythm-rule.ts'
import { type SeenSchool, seenSchool, weeksOf } from '../seen-store.ts'
import { ownStories, type Story } from '../story-store.ts'
import { movementText } from '../text.ts'
import { whenWords } from '../when.ts'
import { BookingCards } from './booking-cards.tsx'
import { movementPath } from './movement-write.ts'

const mostAfternoons = 12

/** Of a school: whether it is seen, its stories, its afternoons with others. */
export async function showSchool(c: WebContext): Promise<Response> {
  const { locale, now, visit } = c.var
  const words = movementText(locale)
  const { id, name } = organisationOf(c)
  const found = await withinScope(c, async (trx) => {
    const { school_code: code } = await trx
      .selectFrom('organisations')
      .select('school_code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return {
      code,
      seen: await seenSchool(trx, id),
      teams: await weeksOf(trx, id, now),
      areas: code === null ? null : await areasOf(trx, code),
      stories: await ownStories(trx, id),
      bookings: await bookingsOf(trx, id),
      free: await freeAfternoons(trx, now, mostAfternoons),
    }
  })
  const leads = visit.roles.includes('leader')
  const isSeen = found.seen?.seenSince != null
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead over={name} title={words.title}>
          <ButtonLink kind="quiet" href="/movement" iconAfter="arrow-right">
            {words.toPublic}
          </ButtonLink>
        </PageHead>
        <div class="halves even">
          <SeenCard c={c} leads={leads} seen={found.seen} teams={found.teams} code={found.code}>
            {isSeen && found.areas !== null && (
              <p class="row">
                <a href={areaPath(found.areas.municipality)}>{words.seen.municipality}</a>
                {found.areas.body && <a href={areaPath(found.areas.body)}>{words.seen.body}</a>}
              </p>
            )}
          </SeenCard>
          <Stories c={c} leads={leads} main={isSeen} stories={found.stories} />
        </div>
        <section class="stack">
          <h2>{words.afternoons.title}</h2>
          <p>{words.afternoons.lead}</p>
          {found.bookings.length > 0 && (
            <>
              <h3>{words.afternoons.booked}</h3>
              <BookingCards c={c} side="school" bookings={found.bookings} leads={leads} />
              <h3>{words.afternoons.free}</h3>
            </>
          )}
          <Free c={c} leads={leads} afternoons={found.free} />
        </section>
      </div>
    ),
  })
}

interface SeenCardProps {
  readonly c: WebContext
  readonly leads: boolean
  readonly seen: SeenSchool | null
  readonly teams: readonly TeamWeeks[]
  readonly code: string | null
  readonly children?: Html | false
}

/** Whether the school is seen and counts, why, and the one button with which its leader changes that. */
function SeenCard({ c, leads, seen, teams, code, children }: SeenCardProps): Html {
  const { locale } = c.var
  const words = movementText(locale).seen
  const since = seen?.seenSince ?? null
  return (
    <Card as="section" tone={since !== null && seen?.inRhythm ? 'good' : 'board'}>
      <h2>{words.title}</h2>
      <p class="strong">
        {since === null ? words.no : words.yes(formatDay(locale, amsterdamDay(since), 'long'))}
        {since !== null && ` ${seen?.inRhythm ? words.counts : words.countsNot}`}
      </p>
      {code === null && <p>{words.noCode}</p>}
      <p>{words.rule(weeksNeeded, weeksLookedAt)}</p>
      <ul>
        {teams.map(({ name, held }) => (
          <li>{words.team(name, held, weeksLookedAt)}</li>
        ))}
      </ul>
      <p class="soft">{words.what}</p>
      {children}
      {leads ? (
        <form method="post" action={`${movementPath(c)}/seen`}>
          <input type="hidden" name="seen" value={since === null ? 'yes' : 'no'} />
          <Button kind={since === null ? 'main' : 'quiet'} icon={since === null ? 'eye' : 'x'}>
            {since === null ? words.show : words.hide}
          </Button>
        </form>
      ) : (
        <p class="soft">{words.onlyLeader}</p>
      )}
    </Card>
  )
}

interface StoriesProps {
  readonly c: WebContext
  readonly leads: boolean
  readonly main: boolean
  readonly stories: readonly Story[]
}

function Stories({ c, leads, main, stories }: StoriesProps): Html {
  const words = movementText(c.var.locale).stories
  const tell = leads && (
    <ButtonLink kind={main ? 'main' : 'quiet'} icon="pencil" href={`${movementPath(c)}/stories/new`}>
      {words.tell}
    </ButtonLink>
  )
  if (stories.length === 0) {
    return (
      <EmptyState as="h2" title={words.none} example={words.example} action={tell}>
        {words.noneDo}
      </EmptyState>
    )
  }
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <ul class="cards">
        {stories.map((story) => (
          <Card as="li" tone="voice">
            <div class="spread">
              {leads ? (
                <a class="title" href={`${movementPath(c)}/stories/${story.id}`}>
                  {story.title}
                </a>
              ) : (
                <b>{story.title}</b>
              )}
              <Chip tone={story.sharedAt === null ? 'plain' : 'good'}>
                {story.sharedAt === null ? words.notShared : words.shared}
              </Chip>
            </div>
          </Card>
        ))}
      </ul>
      {tell && <p>{tell}</p>}
    </section>
  )
}

interface FreeProps {
  readonly c: WebContext
  readonly leads: boolean
  readonly afternoons: readonly Afternoon[]
}

function Free({ c, leads, afternoons }: FreeProps): Html {
  const words = movementText(c.var.locale).afternoons
  if (afternoons.length === 0) {
    return <EmptyState title={words.none}>{words.noneDo}</EmptyState>
  }
  return (
    <ul class="cards grid">
      {afternoons.map((afternoon) => (
        <Card as="li" tone="insight" over={whenWords(c.var.locale, afternoon)}>
          {leads ? (
            <a class="title" href={`${movementPath(c)}/afternoons/${afternoon.id}`}>
              {afternoon.title}
            </a>
          ) : (
            <b>{afternoon.title}</b>
          )}
          <p class="soft">
            {words.at(afternoon.partnerName)}, {afternoon.place} · {words.most(afternoon.mostPeople)}
          </p>
        </Card>
      ))}
    </ul>
  )
}
