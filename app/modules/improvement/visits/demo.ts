import type { Trx } from '../../../platform/database/scope.ts'
import { organisationScope } from '../../../platform/database/scope.ts'
import {
  type DemoPerson,
  demoId,
  demoMembers,
  demoPeople,
  demoTeam,
  deWaterlelie,
} from '../../../platform/identity/demo-people.ts'
import { perform, type Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, type Day, daysBetween } from '../../../platform/text/days.ts'
import type { Services } from '../../../platform/web/services.ts'
import { seededRandom } from '../demo/random.ts'
import { schoolDayAt } from '../demo/school-day.ts'
import { instantOn } from '../session-rhythm.ts'
import { countBehaviour, halvesBefore } from './count-behaviour.ts'
import { type DemoVisit, demoVisits, openQuestions } from './demo-visits.ts'
import { gridHours, slotOf, weekdays } from './free-hours.ts'
import { saveGrid } from './hours-store.ts'
import { indicatorsOf } from './instrument.ts'
import { ownInstrument, ownInstrumentKey } from './own-instrument.ts'
import { writeScores } from './score-store.ts'
import { addFact, startWatching, writeTry } from './seen-store.ts'
import { addTrack } from './track-store.ts'
import { visitStream } from './visit.ts'
import { askVisit, finishVisit, takeVisit } from './visit-store.ts'

const organisationId = deWaterlelie.id

/** Visits at De Waterlelie: held, planned and asked; beginning teachers with a buddy; the weeks of some. Once. */
export async function visitsDemo(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const { db } = services
  const before = await db.run(organisationScope(organisationId), (trx) =>
    trx.selectFrom('visits').select('id').limit(1).executeTakeFirst(),
  )
  if (before !== undefined) return
  const stage = setStage(services)
  const { amina, lars, coach, lower, upper, middle } = cast()
  const others = [...lower, ...middle, ...upper]
  for (const [turn, person] of [amina, lars, coach, ...others.slice(0, 12)].entries())
    await stage.fillWeek(person, turn)

  const [first] = demoVisits
  const pick = (turn: number): DemoVisit => demoVisits[turn % demoVisits.length] ?? first
  const at = (turn: number) => others[turn % others.length] ?? lars
  // Amina has enough visits, by three colleagues, to see her scores.
  for (const [turn, daysAgo] of [24, 17, 9, 3].entries()) {
    await stage.hold({ receiver: amina, visitor: at(turn * 3), daysAgo, story: pick(turn), scores: turn < 3 })
  }
  await stage.hold({ receiver: lars, visitor: amina, daysAgo: 11, story: pick(3), scores: true })
  for (let turn = 0; turn < 14; turn++) {
    const [receiver, visitor] = [at(turn * 2 + 1), at(turn * 5 + 4)]
    if (receiver.id === visitor.id) continue
    await stage.hold({ receiver, visitor, daysAgo: 4 + turn * 4, story: pick(turn), scores: false })
  }

  await stage.plan({ receiver: lars, visitor: amina, inDays: 1, story: pick(4) })
  await stage.plan({ receiver: amina, visitor: at(6), inDays: 3, story: pick(2) })
  for (const [turn, asked] of openQuestions.entries()) {
    const receiver = at(turn * 4 + 2)
    await stage.ask(
      receiver,
      asked.question,
      asked.className,
      demoId(`open visit ${turn}`),
      schoolDayAt(addDays(stage.today, -1)),
    )
  }

  const starter = lower[2] ?? at(2)
  await stage.track(starter, amina, 'Groep 3', 2)
  await stage.track(lars, coach, 'Groep 8', 3)
  // Eight of the school let their scores count: what can be told of the half years that are over.
  for (const [turn, receiver] of others.slice(3, 11).entries()) {
    await stage.agree(receiver)
    for (const half of halvesBefore(stage.today).slice(0, -1)) {
      const daysAgo = daysBetween(addDays(half, 40 + turn * 9), stage.today)
      await stage.hold({ receiver, visitor: at(turn + 13), daysAgo, story: pick(turn), scores: true })
    }
  }
  await countBehaviour(db, stage.today)

  for (const daysAgo of [28, 14]) {
    const trackId = trackIdOf(starter)
    await stage.hold({ receiver: starter, visitor: amina, daysAgo, story: pick(2), scores: false, trackId })
  }
}

interface Held {
  readonly receiver: DemoPerson
  readonly visitor: DemoPerson
  readonly daysAgo: number
  readonly story: DemoVisit
  readonly scores: boolean
  readonly trackId?: string
}

const trackIdOf = (starter: DemoPerson) => demoId(`visit track ${starter.id}`)

function setStage({ db, clock }: Pick<Services, 'db' | 'clock'>) {
  const today = amsterdamDay(clock())
  const random = seededRandom(20_261_201)
  /** As somebody, on their own behalf: the policies of the tables hold for the demo as well. */
  const as = <T>(person: DemoPerson, work: (trx: Trx) => Promise<T>) =>
    db.run(organisationScope(organisationId, person.id), work)
  const write = <T>(
    person: DemoPerson,
    stream: string,
    name: string,
    at: Date,
    work: (trx: Trx, record: RecordEntry) => Promise<T>,
  ) => {
    const actor = `person:${person.id}`
    const operation = { organisationId, stream, actor, id: demoId(name), content: {}, at }
    return perform(db, organisationScope(organisationId, person.id), operation, work)
  }
  const ask = async (receiver: DemoPerson, question: string, className: string, id: string, day: Day) => {
    const now = instantOn(day, 970)
    await write(receiver, visitStream(id), `asked ${id}`, now, (trx, record) =>
      askVisit(trx, record, {
        organisationId,
        id,
        receiverId: receiver.id,
        question,
        className,
        alsoLeaders: false,
        today: day,
        now,
      }),
    )
  }

  const take = async (receiver: DemoPerson, visitor: DemoPerson, story: DemoVisit, day: Day): Promise<string> => {
    const id = demoId(`visit ${receiver.id} ${visitor.id} ${day}`)
    const startsAt = instantOn(day, 555)
    const taken = schoolDayAt(addDays(day, -3))
    await ask(receiver, story.question, story.className, id, schoolDayAt(addDays(taken, -1)))
    await write(visitor, visitStream(id), `taken ${id}`, instantOn(taken, 940), (trx, record) =>
      takeVisit(trx, record, { organisationId, id }, { visitorId: visitor.id, startsAt, today: taken }),
    )
    return id
  }

  return {
    today,
    ask,
    plan: ({ receiver, visitor, inDays, story }: Omit<Held, 'daysAgo' | 'scores'> & { readonly inDays: number }) =>
      take(receiver, visitor, story, schoolDayAt(addDays(today, inDays), 1)),
    hold: async ({ receiver, visitor, daysAgo, story, scores, trackId }: Held) => {
      const day = schoolDayAt(addDays(today, -daysAgo))
      const begin = instantOn(day, 555)
      const later = (minutes: number) => new Date(begin.getTime() + minutes * 60_000)
      const id = trackId
        ? await planned(trackId, receiver, visitor, story, day)
        : await take(receiver, visitor, story, day)
      const key = { organisationId, id }
      await as(visitor, async (trx) => {
        await startWatching(trx, key, begin)
        for (const [turn, [kind, words]] of story.facts.entries()) {
          const noticedAt = later(1 + turn * 4)
          await addFact(trx, key, { id: demoId(`fact ${id} ${turn}`), kind, words, noticedAt })
        }
        if (!scores) return
        const given = [...indicatorsOf(ownInstrument).keys()].map(
          (indicator) => [indicator, 1 + Math.round(1.2 + 1.6 * random())] as const,
        )
        await writeScores(trx, key, { instrument: ownInstrumentKey, scores: new Map(given) })
      })
      await write(visitor, visitStream(id), `held ${id}`, later(15), (trx, record) =>
        finishVisit(trx, record, key, later(15)),
      )
      await as(receiver, (trx) => writeTry(trx, key, receiver.id, story.tries, later(32)))
    },
    agree: (person: DemoPerson) =>
      as(person, (trx) =>
        trx
          .insertInto('visit_consents')
          .values({ organisation_id: organisationId, user_id: person.id, since: clock() })
          .execute(),
      ),
    track: (starter: DemoPerson, buddy: DemoPerson, className: string, everyWeeks: number) => {
      const id = trackIdOf(starter)
      const startsOn = schoolDayAt(addDays(today, -35))
      const now = instantOn(startsOn, 900)
      return write(starter, `visit-track:${id}`, `track ${id}`, now, (trx) =>
        addTrack(trx, {
          organisationId,
          id,
          starterId: starter.id,
          buddyId: buddy.id,
          className,
          everyWeeks,
          startsOn,
          endsOn: addDays(today, 70),
          now,
        }),
      )
    },
    /** Lessons all day with one afternoon and one hour free, another for each. */
    fillWeek: (person: DemoPerson, turn: number) => {
      const free = 1 + (turn % 5)
      // A coach teaches on two days.
      const isOff = (weekday: number) => person.role === 'coach' && weekday > 2
      const lessonSlots = weekdays.flatMap((weekday) =>
        gridHours.flatMap((_, hour) => {
          const isFree = hour === 6 || (weekday === free && hour > 3) || (weekday === (free % 5) + 1 && hour === 1)
          return isFree || isOff(weekday) ? [] : [slotOf(weekday, hour)]
        }),
      )
      return as(person, (trx) => saveGrid(trx, organisationId, person.id, { lessonSlots, offDays: [] }, clock()))
    },
  }

  async function planned(
    trackId: string,
    receiver: DemoPerson,
    visitor: DemoPerson,
    story: DemoVisit,
    day: Day,
  ): Promise<string> {
    const id = demoId(`visit of track ${trackId} ${day}`)
    const asked = schoolDayAt(addDays(day, -6))
    const now = instantOn(asked, 970)
    await write(receiver, visitStream(id), `planned ${id}`, now, (trx, record) =>
      askVisit(trx, record, {
        organisationId,
        id,
        receiverId: receiver.id,
        question: story.question,
        className: story.className,
        alsoLeaders: false,
        today: asked,
        now,
        planned: { trackId, visitorId: visitor.id, startsAt: instantOn(day, 555) },
      }),
    )
    return id
  }
}

/** Who plays. The personas, and the other teachers of each team. */
function cast() {
  const named = (name: string): DemoPerson => {
    const person = demoPeople.find((each) => each.name === name)
    if (person === undefined) throw new Error(`The demo has no ${name}.`)
    return person
  }
  const [amina, lars, coach] = [named('Amina Boukhari'), named('Lars Nijland'), named('Wouter Hoekstra')]
  const team = (name: string) =>
    demoMembers(demoTeam(deWaterlelie, name)).filter(({ id }) => id !== amina.id && id !== lars.id)
  return { amina, lars, coach, lower: team('Onderbouw'), middle: team('Middenbouw'), upper: team('Bovenbouw') }
}
