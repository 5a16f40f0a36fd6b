import { CompiledQuery } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, it } from 'vitest'
import { organisationScope, type Scope, system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { noFigure } from '../tracks/own-figures.ts'
import { startTrack } from '../tracks/track-store.ts'
import {
  type Asked,
  answerHelp,
  askForHelp,
  findRequest,
  mostWaiting,
  noteHeld,
  withdrawHelp,
} from './request-store.ts'
import { chooseWilling, willingFor } from './willing-store.ts'

const now = new Date('2026-11-23T09:00:00Z')
const refused = /row-level security|permission denied|foreign key|duplicate key/
const nobody: Scope = { kind: 'person', userId: null, organisationIds: [] }

onBothEngines('what two schools ask each other', [...platformMigrations, ...resultsMigrations], (database) => {
  let asker: string
  let helper: string
  let other: string
  let body: string
  let track: string
  const ignore = () => {}
  let brin = 0

  /** Plain SQL of somebody who sits at the database itself, as the role of the app. */
  const ask = (who: string | null, text: string, values: readonly unknown[] = []) =>
    database().run(who === null ? nobody : organisationScope(who), async (trx) => {
      const { rows, numAffectedRows } = await trx.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(text, [...values]),
      )
      return { rows, changed: Number(numAffectedRows ?? 0n) }
    })
  const count = async (who: string | null, table: string) => (await ask(who, `select * from ${table}`)).rows.length

  async function organisation(kind: 'school' | 'board', name: string, parent: string | null = null): Promise<string> {
    const id = uuidv7()
    const code = kind === 'board' ? null : `98AA${String(10 + (brin++ % 90))}`
    await database().run(system, (trx) =>
      trx
        .insertInto('organisations')
        .values({ id, kind, name, slug: `x${id}`, parent_id: parent, school_code: code, created_at: now })
        .execute(),
    )
    return id
  }
  const take = (organisationId: string, willing: boolean) =>
    database().run(organisationScope(organisationId), (trx) =>
      chooseWilling(trx, ignore, { organisationId, domain: 'arithmetic', willing, now }),
    )
  const askFor = (of: string, name: string, id = uuidv7()): Promise<Asked> =>
    database().run(organisationScope(asker), (trx) =>
      askForHelp(trx, ignore, {
        id,
        organisationId: asker,
        trackId: track,
        helper: { organisationId: of, domain: 'arithmetic', name },
        message: 'Mogen we komen kijken?',
        now,
      }),
    )
  const found = (who: string, id: string) => database().run(organisationScope(who), (trx) => findRequest(trx, who, id))
  const answer = (who: string, id: string) =>
    database().run(organisationScope(who), async (trx) => {
      const request = await findRequest(trx, who, id)
      const said = { answer: 'yes', visitOn: '2026-12-01', words: 'Om tien uur' } as const
      return request !== null && answerHelp(trx, ignore, request, { answer: said, now })
    })

  beforeEach(async () => {
    await database().run(system, async (trx) => {
      for (const table of ['result_help_answers', 'result_help_requests', 'result_willing', 'result_tracks'] as const)
        await trx.deleteFrom(table).execute()
    })
    body = await organisation('board', 'Bestuur')
    asker = await organisation('school', 'De Brug')
    helper = await organisation('school', 'De Ven', body)
    other = await organisation('school', 'De Berg')
    track = uuidv7()
    await database().run(organisationScope(asker), (trx) =>
      startTrack(trx, ignore, {
        id: track,
        organisationId: asker,
        subject: 'arithmetic',
        figure: noFigure,
        reviewOn: '2027-02-01',
        now,
        by: uuidv7(),
      }),
    )
    await take(helper, true)
  })

  it('shows who is willing to other organisations, not to the public, and no more once it stopped', async () => {
    const seenBy = (who: string) => database().run(organisationScope(who), (trx) => willingFor(trx, ['arithmetic']))
    expect((await seenBy(asker)).map(({ name }) => name)).toEqual(['De Ven'])
    expect(await count(null, 'result_willing')).toBe(0)
    await take(helper, false)
    expect(await seenBy(asker)).toEqual([])
  })

  it('lets nobody be willing for another, nor under another name or code', async () => {
    const insert = `insert into result_willing select id, 'reading', name, coalesce(school_code, 'x'), now() from
      (values ($1::uuid, $2, $3)) as v (id, name, school_code)`
    const code = (await ask(helper, 'select school_code from organisations where id = $1', [helper])).rows[0]
    await expect(ask(other, insert, [helper, 'De Ven', code?.school_code])).rejects.toThrow(refused)
    await expect(ask(helper, insert, [helper, 'De Berg', code?.school_code])).rejects.toThrow(refused)
    await expect(ask(helper, insert, [helper, 'De Ven', '00AP00'])).rejects.toThrow(refused)
    await expect(ask(body, insert, [body, 'Bestuur', null])).rejects.toThrow(refused)
    expect((await ask(other, 'delete from result_willing')).changed).toBe(0)
    await ask(helper, insert, [helper, 'De Ven', code?.school_code])
  })

  it('shows a request and its answer to the two schools, and to nobody else', async () => {
    const id = uuidv7()
    expect(await askFor(helper, 'De Ven', id)).toBe('asked')
    expect(await answer(helper, id)).toBe(true)
    for (const table of ['result_help_requests', 'result_help_answers']) {
      for (const who of [asker, helper]) expect(await count(who, table), table).toBe(1)
      for (const who of [other, body, null]) expect(await count(who, table), table).toBe(0)
    }
    expect(await found(asker, id)).toMatchObject({ answer: 'yes', visitOn: '2026-12-01', words: 'Om tien uur' })
    expect(await found(other, id)).toBeNull()
  })

  it('asks only a school that is willing, under its own name, for a track of its own', async () => {
    const insert = `insert into result_help_requests values
      ($1, gen_random_uuid(), $2, 'arithmetic', $3, $4, $5, 'Hoi', now(), null, null)`
    await expect(ask(asker, insert, [asker, track, 'De Brug', other, 'De Berg'])).rejects.toThrow(refused)
    await expect(ask(asker, insert, [asker, track, 'De Berg', helper, 'De Ven'])).rejects.toThrow(refused)
    await expect(ask(asker, insert, [asker, track, 'De Brug', helper, 'De Berg'])).rejects.toThrow(refused)
    await expect(ask(other, insert, [asker, track, 'De Brug', helper, 'De Ven'])).rejects.toThrow(refused)
    await expect(ask(other, insert, [other, track, 'De Berg', helper, 'De Ven'])).rejects.toThrow(refused)
    await ask(asker, insert, [asker, track, 'De Brug', helper, 'De Ven'])
    await take(helper, false)
    await expect(ask(asker, insert, [asker, track, 'De Brug', helper, 'De Ven'])).rejects.toThrow(refused)
  })

  it('lets each side write its own part only', async () => {
    const id = uuidv7()
    await askFor(helper, 'De Ven', id)
    const write = `insert into result_help_answers values ($1, $2, $3, 'no', null, '', now())`
    await expect(ask(asker, write, [helper, id, asker])).rejects.toThrow(refused)
    await expect(ask(asker, write, [asker, id, asker])).rejects.toThrow(refused)
    await expect(ask(other, write, [other, id, asker])).rejects.toThrow(refused)
    expect((await ask(helper, 'update result_help_requests set withdrawn_at = now()')).changed).toBe(0)
    await expect(ask(asker, `update result_help_requests set message = 'x'`)).rejects.toThrow(refused)
    await answer(helper, id)
    expect((await ask(asker, `update result_help_answers set words = 'x'`)).changed).toBe(0)
    for (const who of [asker, helper, other])
      await expect(ask(who, 'delete from result_help_requests')).rejects.toThrow(refused)
  })

  it('asks a school once, and no more than three that have not answered', async () => {
    expect(await askFor(helper, 'De Ven')).toBe('asked')
    expect(await askFor(helper, 'De Ven')).toBe('asked-before')
    for (let more = 1; more < mostWaiting; more++) {
      const school = await organisation('school', `School ${more}`)
      await take(school, true)
      expect(await askFor(school, `School ${more}`)).toBe('asked')
    }
    await take(other, true)
    expect(await askFor(other, 'De Berg')).toBe('too-many')
  })

  it('notes a visit only after a yes, and takes back only what was not held', async () => {
    const id = uuidv7()
    await askFor(helper, 'De Ven', id)
    const asAsker = (work: 'held' | 'withdraw') =>
      database().run(organisationScope(asker), async (trx) => {
        const request = await findRequest(trx, asker, id)
        if (request === null) throw new Error('gone')
        return work === 'held' ? noteHeld(trx, ignore, request, '2026-12-01') : withdrawHelp(trx, ignore, request, now)
      })
    expect(await asAsker('held')).toBe(false)
    expect(await answer(helper, id)).toBe(true)
    expect(await asAsker('held')).toBe(true)
    expect(await asAsker('withdraw')).toBe(false)
    expect(await answer(helper, id)).toBe(false)
    expect(await found(helper, id)).toMatchObject({ heldOn: '2026-12-01', withdrawnAt: null })
  })

  it('answers no request that was taken back', async () => {
    const id = uuidv7()
    await askFor(helper, 'De Ven', id)
    const write = `insert into result_help_answers values ($1, $2, $3, 'no', null, '', now())`
    await ask(asker, 'update result_help_requests set withdrawn_at = now()')
    await expect(ask(helper, write, [helper, id, asker])).rejects.toThrow(refused)
    expect(await answer(helper, id)).toBe(false)
  })

  it('tells who leads the other side to the two sides only', async () => {
    const leads = async (organisationId: string, name: string) => {
      const id = uuidv7()
      await database().run(system, async (trx) => {
        const person = { id, name, email: `${id}@example.nl`, email_verified: true, locale: null }
        await trx
          .insertInto('users')
          .values({ ...person, created_at: now, updated_at: now })
          .execute()
        await trx
          .insertInto('memberships')
          .values({ organisation_id: organisationId, user_id: id, role: 'leader', created_at: now })
          .execute()
      })
    }
    await leads(asker, 'Van de vrager')
    await leads(helper, 'Van de ander')
    const id = uuidv7()
    await askFor(helper, 'De Ven', id)
    const names = async (who: string | null) =>
      (await ask(who, 'select name from result_help_other_side($1)', [id])).rows.map(({ name }) => name)
    expect([await names(asker), await names(helper)]).toEqual([['Van de ander'], ['Van de vrager']])
    for (const who of [other, body, null]) expect(await names(who)).toEqual([])
  })
})
