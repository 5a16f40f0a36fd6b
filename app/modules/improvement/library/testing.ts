import { v7 as uuidv7 } from 'uuid'
import { beforeAll } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { organisationScope, type Scope, system } from '../../../platform/database/scope.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { startLesson } from '../lessons/lesson-store.ts'
import { emptyPlan, type Plan } from '../lessons/plan.ts'
import { findShared } from './library-store.ts'
import { searchLibrary } from './search-store.ts'
import { type NewShared, shareLesson, withdrawShared } from './share-store.ts'
import type { Reach, SharedLesson } from './shared-lesson.ts'

export const now = new Date('2026-03-02T10:00:00Z')
export const board = uuidv7()
export const [own, sister, stranger] = [uuidv7(), uuidv7(), uuidv7()]
export const teams = { [own]: uuidv7(), [sister]: uuidv7(), [stranger]: uuidv7() }
export const people = { member: uuidv7(), colleague: uuidv7(), leader: uuidv7(), elsewhere: uuidv7() }
const account = { email_verified: true, image: null, locale: null, created_at: now, updated_at: now }
export const everybody: Scope = { kind: 'person', userId: null, organisationIds: [] }

/** A governing body with two schools, another school, their people, and what these do with lessons. For tests of one database. */
export function libraryOf(database: () => Database) {
  beforeAll(async () => {
    await database().run(system, async (trx) => {
      const nothing = { school_code: null, place: null, holiday_region: null, created_at: now }
      const organisation = (id: string, kind: 'board' | 'school', parent_id: string | null) => ({
        id,
        kind,
        slug: `o-${id}`,
        name: `School ${id.slice(-4)}`,
        parent_id,
        ...nothing,
      })
      await trx
        .insertInto('organisations')
        .values([
          organisation(board, 'board', null),
          organisation(own, 'school', board),
          organisation(sister, 'school', board),
          organisation(stranger, 'school', null),
        ])
        .execute()
      await trx
        .insertInto('teams')
        .values(
          Object.entries(teams).map(([organisation_id, id]) => ({
            organisation_id,
            id,
            slug: 'team',
            name: 'Bovenbouw',
            created_at: now,
          })),
        )
        .execute()
      for (const [name, id] of Object.entries(people)) {
        await trx
          .insertInto('users')
          .values({ id, name, email: `${name}@school.example`, ...account })
          .execute()
      }
      await trx
        .insertInto('team_members')
        .values([
          { organisation_id: own, team_id: teams[own] ?? '', user_id: people.member },
          { organisation_id: sister, team_id: teams[sister] ?? '', user_id: people.elsewhere },
          { organisation_id: stranger, team_id: teams[stranger] ?? '', user_id: people.elsewhere },
        ])
        .execute()
      await trx
        .insertInto('memberships')
        .values({ organisation_id: own, user_id: people.leader, role: 'leader', created_at: now })
        .execute()
    })
  })

  async function write<R>(
    school: string,
    work: Parameters<typeof perform<R>>[3],
    person = school === own ? people.member : people.elsewhere,
  ): Promise<R> {
    const operation = {
      organisationId: school,
      stream: `library:${school}`,
      actor: 'person:somebody',
      id: uuidv7(),
      content: {},
      at: now,
    }
    return (await perform(database(), organisationScope(school, person), operation, work)).result
  }

  async function makeLesson(
    school: string,
    title: string,
    plan: Plan,
  ): Promise<{ lessonId: string; versionId: string }> {
    const lessonId = uuidv7()
    const versionId = await write(school, (trx, record) =>
      startLesson(trx, record, {
        ...{ id: lessonId, organisationId: school, teamId: teams[school] ?? '', title, plan },
        ...{
          subject: 'Rekenen',
          year: 'groep 7',
          theme: '',
          goal_id: null,
          designerIds: [],
          actor: 'person:somebody',
          now,
          newId: uuidv7,
        },
      }),
    )
    return { lessonId, versionId }
  }

  async function share(
    school: string,
    reach: Reach,
    title: string,
    about: Partial<NewShared> = {},
    person?: string,
  ): Promise<string> {
    const plan = about.plan ?? emptyPlan
    const made =
      about.lessonId === undefined
        ? await makeLesson(school, title, plan)
        : { lessonId: about.lessonId, versionId: uuidv7() }
    return write(
      school,
      (trx, record) =>
        shareLesson(trx, record, {
          ...{
            id: uuidv7(),
            organisationId: school,
            ...made,
            teamId: teams[school] ?? '',
            number: 1,
            reach,
            title,
            plan,
          },
          ...{ subject: 'Rekenen', year: 'groep 7', theme: '', terms: [], actor: 'person:somebody', now },
          credit: `Bovenbouw, School ${school.slice(-4)}`,
          found: { replaced: 1, kept: 1, reasons: ['made-up'] },
          ...about,
        }),
      person,
    )
  }

  const find = (scope: Scope, id: string, edition?: number) =>
    database().run(scope, (trx) => findShared(trx, id, edition))

  async function found(scope: Scope, id: string): Promise<SharedLesson> {
    const shared = await find(scope, id)
    if (shared === null) throw new Error('It does not reach.')
    return shared
  }

  const titles = async (scope: Scope, words: string) =>
    (
      await database().run(scope, (trx) => searchLibrary(trx, { words, subject: '', year: '', theme: '', term: '' }))
    ).map(({ title }) => title)

  const takeBack = (lessonId: string, person?: string) =>
    write(own, (trx, record) => withdrawShared(trx, record, { organisationId: own, lessonId, now }), person)

  return { write, share, find, found, titles, takeBack }
}
