import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { organisationScope, system } from '../../platform/database/scope.ts'
import { onBothEngines } from '../../platform/database/testing.ts'
import { newToken } from '../../platform/identity/token.ts'
import { platformMigrations } from '../../platform/migrations.ts'
import { writeFeed } from './calendar-feed.ts'
import { dropAddress, findFeedOwner, loadFeed, setAddress } from './calendar-store.ts'
import { improvementMigrations } from './migrations/index.ts'
import { usualSeconds } from './session-timer.ts'
import './tables.ts'

/** Reads iCalendar as RFC 5545 says: unfolds lines, undoes the escapes of text. One map of properties an event. */
function readEvents(feed: string): readonly ReadonlyMap<string, string>[] {
  expect(feed).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(feed.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  const lines = feed.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const events: Map<string, string>[] = []
  for (const line of lines) {
    const at = line.indexOf(':')
    const [name = '', value = ''] = [line.slice(0, at), line.slice(at + 1)]
    if (line === 'BEGIN:VEVENT') events.push(new Map())
    else
      events.at(-1)?.set(
        name,
        value.replaceAll(/\\([;,n\\])/g, (_, sign) => (sign === 'n' ? '\n' : sign)),
      )
  }
  return events
}

const feed = {
  locale: 'nl',
  personName: 'Jan; de "Boer",\\',
  actions: [
    {
      id: 'one',
      description:
        'Kaart ophangen, groep 3; \\ en een heel lange regel die niet op één regel past, want zo schrijven mensen dat nu eenmaal op',
      dueOn: '2026-11-28',
      boardId: 'b',
      teamName: 'Onderbouw',
    },
  ],
  sessions: [
    { boardId: 'b', teamName: 'Onderbouw', day: '2026-11-24', start: new Date('2026-11-24T14:30:00Z'), minutes: 15 },
  ],
  boardUrl: (id: string) => `https://bord.example/boards/${id}`,
  now: new Date('2026-11-22T12:00:00Z'),
} as const

describe('the feed of a person', () => {
  it('has an action as an event of its whole day, with the words as they were written', () => {
    const [action] = readEvents(writeFeed(feed))
    expect(action?.get('DTSTART;VALUE=DATE')).toBe('20261128')
    expect(action?.get('SUMMARY')).toBe(feed.actions[0].description)
    expect(action?.get('UID')).toBe('action-one@kantelpunt')
    expect(action?.get('TRANSP')).toBe('TRANSPARENT')
  })

  it('has a session at its time, with the address of the board', () => {
    const [, session] = readEvents(writeFeed(feed))
    expect(session?.get('DTSTART')).toBe('20261124T143000Z')
    expect(session?.get('DTEND')).toBe('20261124T144500Z')
    expect(session?.get('SUMMARY')).toBe('Bordsessie Onderbouw')
    expect(session?.get('URL;VALUE=URI')).toBe('https://bord.example/boards/b')
  })

  it('names things the same the next time, so that a calendar moves them instead of adding them', () => {
    const uids = (each: Parameters<typeof writeFeed>[0]) => readEvents(writeFeed(each)).map((event) => event.get('UID'))
    const later = {
      ...feed,
      actions: [{ ...feed.actions[0], dueOn: '2026-12-05' }],
      now: new Date('2026-11-23T12:00:00Z'),
    }
    expect(uids(later)).toEqual(uids(feed))
  })
})

onBothEngines('calendars', [...platformMigrations, ...improvementMigrations], (database) => {
  const now = new Date('2026-11-22T12:00:00Z')
  const [school, team, board, me, colleague] = Array.from({ length: 5 }, () => uuidv7()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const token = newToken()

  beforeAll(() =>
    database().run(system, async (trx) => {
      await trx
        .insertInto('organisations')
        .values({
          id: school,
          kind: 'school',
          slug: 'school',
          name: 'School',
          parent_id: null,
          school_code: null,
          place: null,
          holiday_region: 'noord',
          created_at: now,
        })
        .execute()
      for (const [id, name] of [
        [me, 'Ik'],
        [colleague, 'Collega'],
      ] as const) {
        await trx
          .insertInto('users')
          .values({
            id,
            name,
            email: `${id}@school.example`,
            email_verified: true,
            image: null,
            locale: null,
            created_at: now,
            updated_at: now,
          })
          .execute()
        await trx
          .insertInto('memberships')
          .values({ organisation_id: school, user_id: id, role: 'teacher', created_at: now })
          .execute()
      }
      await trx
        .insertInto('teams')
        .values({ organisation_id: school, id: team, slug: 'onderbouw', name: 'Onderbouw', created_at: now })
        .execute()
      await trx.insertInto('team_members').values({ organisation_id: school, team_id: team, user_id: me }).execute()
      await trx
        .insertInto('boards')
        .values({
          organisation_id: school,
          id: board,
          kind: 'improvement',
          team_id: team,
          name: 'Bord',
          created_at: now,
        })
        .execute()
      const action = { organisation_id: school, board_id: board, created_by: 'person:x', created_at: now }
      await trx
        .insertInto('actions')
        .values([
          { ...action, id: uuidv7(), description: 'van mij', due_on: '2026-11-27', owner_ids: [me] },
          { ...action, id: uuidv7(), description: 'van allen', due_on: '2026-11-26', everyone: true },
          { ...action, id: uuidv7(), description: 'van een ander', due_on: '2026-11-26', owner_ids: [colleague] },
          {
            ...action,
            id: uuidv7(),
            description: 'klaar',
            due_on: '2026-11-25',
            owner_ids: [me],
            state: 'done',
            state_at: now,
          },
          { ...action, id: uuidv7(), description: 'zonder dag', due_on: null, owner_ids: [me] },
          {
            ...action,
            id: uuidv7(),
            description: 'weggehaald',
            due_on: '2026-11-25',
            owner_ids: [me],
            removed_at: now,
          },
        ])
        .execute()
      const seconds = [...usualSeconds]
      for (const day of ['2026-11-17', '2026-11-10', '2026-11-03']) {
        const started_at = new Date(`${day}T14:30:00Z`)
        await trx
          .insertInto('board_sessions')
          .values({
            organisation_id: school,
            id: uuidv7(),
            board_id: board,
            code: 'KM47TW',
            started_at,
            ended_at: started_at,
            ended_by: 'team',
            step_started_at: started_at,
            step_seconds: seconds,
            planned_seconds: seconds,
            agreed: null,
          })
          .execute()
      }
    }),
  )

  const give = (secret: string) =>
    database().run(organisationScope(school, me), (trx) => setAddress(trx, school, me, secret, now))

  it('belong to who was given the address, until they are given another', async () => {
    await give(token)
    expect(await findFeedOwner(database(), token)).toMatchObject({ userId: me, organisationSlug: 'school' })
    const next = newToken()
    await give(next)
    expect(await findFeedOwner(database(), token)).toBeNull()
    expect(await findFeedOwner(database(), next)).toMatchObject({ userId: me })
    await database().run(organisationScope(school, me), (trx) => dropAddress(trx, school, me))
    expect(await findFeedOwner(database(), next)).toBeNull()
  })

  it('keep no address that could be read from the table', async () => {
    await give(token)
    const rows = await database().run(system, (trx) => trx.selectFrom('calendar_feeds').selectAll().execute())
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('show the open actions of a person and of everybody in their team, and nobody else’s', async () => {
    await give(token)
    const owner = await findFeedOwner(database(), token)
    if (owner === null) throw new Error('Nobody has the address.')
    const { actions } = await loadFeed(database(), owner, now)
    expect(actions.map(({ description, dueOn }) => [description, dueOn])).toEqual([
      ['van allen', '2026-11-26'],
      ['van mij', '2026-11-27'],
    ])
  })

  it('show the sessions to come in the rhythm of the team, not in the Christmas holidays', async () => {
    await give(token)
    const owner = await findFeedOwner(database(), token)
    if (owner === null) throw new Error('Nobody has the address.')
    const { sessions } = await loadFeed(database(), owner, now)
    expect(sessions.map(({ day }) => day)).toEqual([
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
      '2027-01-05',
      '2027-01-12',
    ])
    expect(sessions[0]?.start.toISOString()).toBe('2026-11-24T14:30:00.000Z')
    expect(sessions[0]?.minutes).toBe(15)
  })

  it('stop for who has left the school', async () => {
    await give(token)
    await database().run(system, (trx) => trx.deleteFrom('memberships').where('user_id', '=', me).execute())
    expect(await findFeedOwner(database(), token)).toBeNull()
  })
})
