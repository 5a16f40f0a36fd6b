import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../../platform/database/database.ts'
import { organisationScope, system, type Trx } from '../../../platform/database/scope.ts'
import type { Role } from '../../../platform/identity/roles.ts'
import '../../../platform/identity/people.ts'
import '../../../platform/organisations/organisations.ts'
import './tables.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { amsterdamDay } from '../../../platform/text/days.ts'
import { writeScores } from './score-store.ts'
import { startWatching } from './seen-store.ts'
import { visitStream } from './visit.ts'
import { askVisit, finishVisit, takeVisit } from './visit-store.ts'

export interface TestSchool {
  readonly id: string
  readonly slug: string
  readonly teamId: string
  /** `receiver`, `visitor` and `other` teach; `leader` leads, `coach` coaches. */
  readonly people: Readonly<Record<TestPerson, string>>
}
export type TestPerson = 'receiver' | 'visitor' | 'other' | 'leader' | 'coach'

const roleOf: Readonly<Record<TestPerson, Role>> = {
  receiver: 'teacher',
  visitor: 'teacher',
  other: 'teacher',
  leader: 'leader',
  coach: 'coach',
}
const now = new Date('2026-11-23T09:00:00Z')

/** A school with five people, in a database that the module's migrations made. */
export async function makeSchool(database: Database): Promise<TestSchool> {
  const [id, teamId] = [uuidv7(), uuidv7()]
  const people = { receiver: uuidv7(), visitor: uuidv7(), other: uuidv7(), leader: uuidv7(), coach: uuidv7() }
  const slug = `school-${id}`
  await database.run(system, async (trx) => {
    const nothing = { parent_id: null, school_code: null, place: null, holiday_region: null }
    await trx
      .insertInto('organisations')
      .values({ id, kind: 'school', slug, name: 'School', created_at: now, ...nothing })
      .execute()
    await trx
      .insertInto('teams')
      .values({ organisation_id: id, id: teamId, slug: 'team', name: 'Team', created_at: now, archived_at: null })
      .execute()
    for (const person of ['receiver', 'visitor', 'other', 'leader', 'coach'] as const) {
      const [userId, role] = [people[person], roleOf[person]]
      await trx
        .insertInto('users')
        .values({
          id: userId,
          name: `Meester ${person}`,
          email: `${userId}@school.example`,
          email_verified: true,
          image: null,
          locale: 'nl',
          created_at: now,
          updated_at: now,
        })
        .execute()
      await trx
        .insertInto('memberships')
        .values({ organisation_id: id, user_id: userId, role, created_at: now })
        .execute()
      if (role !== 'teacher') continue
      await trx.insertInto('team_members').values({ organisation_id: id, team_id: teamId, user_id: userId }).execute()
    }
  })
  return { id, slug, teamId, people }
}

/** One more teacher of the school. Resolves to their id. */
export async function addTeacher(database: Database, school: TestSchool): Promise<string> {
  const id = uuidv7()
  const email = `${id}@school.example`
  const person = { id, name: 'Juf erbij', email, email_verified: true, image: null, locale: 'nl' as const }
  await database.run(system, async (trx) => {
    await trx
      .insertInto('users')
      .values({ ...person, created_at: now, updated_at: now })
      .execute()
    await trx
      .insertInto('memberships')
      .values({ organisation_id: school.id, user_id: id, role: 'teacher', created_at: now })
      .execute()
  })
  return id
}

interface Scored {
  readonly receiverId: string
  readonly visitorId: string
  readonly at: Date
  readonly scores: ReadonlyMap<string, number>
}

/** A visit that was held, with what was scored by our own instrument. Resolves to its id. */
export async function scoredVisit(
  database: Database,
  school: TestSchool,
  { receiverId, visitorId, at, scores }: Scored,
): Promise<string> {
  const key = { organisationId: school.id, id: uuidv7() }
  const today = amsterdamDay(at)
  const asked = { question: 'Wie doet er mee?', className: '', alsoLeaders: false }
  await writeAs(database, school, receiverId, key.id, (trx, record) =>
    askVisit(trx, record, { ...key, ...asked, receiverId, today, now: at }),
  )
  await writeAs(database, school, visitorId, key.id, async (trx, record) => {
    await takeVisit(trx, record, key, { visitorId, startsAt: at, today })
    await startWatching(trx, key, at)
    await writeScores(trx, key, { instrument: 'own', scores })
    await finishVisit(trx, record, key, at)
  })
  return key.id
}

/** Work of one person of the school, under the policies that hold for them. */
export function as<T>(
  database: Database,
  school: TestSchool,
  person: TestPerson,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  return database.run(organisationScope(school.id, school.people[person]), work)
}

/** A journaled write of one person on a visit. */
export async function write<T>(
  database: Database,
  school: TestSchool,
  person: TestPerson,
  visitId: string,
  work: (trx: Trx, record: RecordEntry) => Promise<T>,
): Promise<T> {
  return writeAs(database, school, school.people[person], visitId, work)
}

async function writeAs<T>(
  database: Database,
  school: TestSchool,
  userId: string,
  visitId: string,
  work: (trx: Trx, record: RecordEntry) => Promise<T>,
): Promise<T> {
  const operation = {
    organisationId: school.id,
    stream: visitStream(visitId),
    actor: `person:${userId}`,
    id: uuidv7(),
    content: {},
    at: now,
  }
  return (await perform(database, organisationScope(school.id, userId), operation, work)).result
}

/** A visit that `receiver` asked for and `visitor` took and began. Resolves to its id. */
export async function begunVisit(
  database: Database,
  school: TestSchool,
  { question = 'Wie doet er mee?', visitor = 'visitor' as TestPerson, alsoLeaders = false } = {},
): Promise<string> {
  const id = uuidv7()
  const key = { organisationId: school.id, id }
  const today = '2026-11-23'
  await write(database, school, 'receiver', id, (trx, record) =>
    askVisit(trx, record, {
      ...key,
      receiverId: school.people.receiver,
      question,
      className: 'Groep 6',
      alsoLeaders,
      today,
      now,
    }),
  )
  await write(database, school, visitor, id, async (trx, record) => {
    const taken = await takeVisit(trx, record, key, { visitorId: school.people[visitor], startsAt: now, today })
    if (!taken.ok) throw new Error('It could not be taken.')
    await startWatching(trx, key, now)
  })
  return id
}
