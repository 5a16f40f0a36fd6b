import { organisationScope, type Trx } from '../../../platform/database/scope.ts'
import {
  type DemoOrganisation,
  deKlimboom,
  demoId,
  demoPeople,
  deWaterlelie,
  meerzorg,
  overhaalCollege,
  zuivelhuis,
} from '../../../platform/identity/demo-people.ts'
import { perform, type Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, mondayOf } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { instantOn } from '../session-rhythm.ts'
import { offerAfternoon } from './afternoon-store.ts'
import { bookAfternoon, type Evaluation, evaluate } from './booking-store.ts'
import { afternoonPlots, evaluationPlots, storyPlots } from './demo-plots.ts'
import { demoRegister } from './demo-register.ts'
import { chooseSeen } from './seen-store.ts'
import { shareStory, takeBackStory } from './story-store.ts'
import './tables.ts'

const partners = { zuivelhuis, meerzorg }
const schools = { deWaterlelie, deKlimboom, overhaalCollege }

/** A movement that has begun: one school that is seen, a few stories, afternoons to come and afternoons that were. Once. */
export async function movementDemo(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  await demoRegister(services)
  const now = services.clock()
  const monday = mondayOf(amsterdamDay(now))
  const act = (
    at: DemoOrganisation,
    what: string,
    work: (trx: Trx, record: RecordEntry, id: string) => Promise<unknown>,
  ) => {
    const who = demoPeople.find(({ organisation, role }) => organisation === at.id && role === 'leader')
    const id = demoId(`movement ${at.slug} ${what}`)
    const actor = who === undefined ? 'system' : `person:${who.id}`
    const operation = { organisationId: at.id, stream: `movement:${at.id}`, actor, id, content: {}, at: now }
    return perform(services.db, organisationScope(at.id), operation, async (trx, record) => {
      await work(trx, record, id)
      return null
    })
  }

  await act(deKlimboom, 'seen', (trx, record) =>
    chooseSeen(trx, record, { organisationId: deKlimboom.id, seen: true, now }),
  )
  for (const { school, words, daysAgo, shared } of storyPlots) {
    const at = schools[school]
    await act(at, words.title, async (trx, record, id) => {
      const then = new Date(now.getTime() - daysAgo * 86_400_000)
      const story = { id, organisationId: at.id, schoolName: at.name, words, now: then }
      await shareStory(trx, record, story)
      if (!shared) await takeBackStory(trx, record, story)
    })
  }
  for (const { partner, words, weeks, weekday, minutesAfterMidnight, bookedBy } of afternoonPlots) {
    const at = partners[partner]
    const startsAt = instantOn(addDays(monday, weeks * 7 + weekday - 1), minutesAfterMidnight)
    const afternoonId = demoId(`movement ${at.slug} ${words.title}`)
    await act(at, words.title, (trx, record, id) =>
      offerAfternoon(trx, record, { id, partnerId: at.id, partnerName: at.name, words: { ...words, startsAt }, now }),
    )
    if (bookedBy === undefined) continue
    const school = schools[bookedBy]
    const wish = { schoolId: school.id, schoolName: school.name, partnerId: at.id, afternoonId, now }
    const booking = { id: demoId(`movement ${school.slug} ${afternoonId}`), schoolId: school.id }
    await act(school, afternoonId, (trx, record, id) =>
      bookAfternoon(trx, record, {
        ...wish,
        id,
        people: 24,
        contact: `directie@${school.slug}.example`,
        wish: 'Hoe teams elke week hun bord gebruiken.',
      }),
    )
    for (const [by, plot] of evaluationPlots
      .filter(({ title }) => title === words.title)
      .map((each) => [each.by, each.words] as const)) {
      await write(by === 'school' ? school : at, booking, plot)
    }
  }

  function write(by: DemoOrganisation, booking: { readonly id: string; readonly schoolId: string }, words: Evaluation) {
    return act(by, `evaluation ${booking.id}`, (trx, record) =>
      evaluate(trx, record, { organisationId: by.id, booking, words, now }),
    )
  }
}
