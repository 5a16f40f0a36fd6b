import { createHash, randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { migrations } from '../migrations.ts'
import { system } from '../platform/database/scope.ts'
import { freshDatabase } from '../platform/database/testing.ts'
import { perform } from '../platform/journal/perform.ts'
import { journalVerify } from './journal-verify.ts'

const school = '00000000-0000-7000-8000-000000000001'
const shell = (env: Readonly<Record<string, string>>) => ({
  input: new PassThrough(),
  output: new PassThrough(),
  progress: new PassThrough(),
  env,
})

describe('journal verify', () => {
  it('finds a whole journal whole, and says where one is not', async () => {
    const fresh = await freshDatabase('postgres', migrations)
    const { database } = fresh
    const secret = createHash('sha256').update('test').digest('hex')
    const verify = () => journalVerify.run([], shell({ DATABASE_URL: fresh.url ?? '', KANTELPUNT_SECRET: secret }))
    await database.run(system, (trx) =>
      sql`insert into organisations (id, kind, slug, name, created_at)
        values (${school}, 'school', 'de-wilg', 'De Wilg', now())`.execute(trx),
    )
    const at = new Date()
    const operation = {
      organisationId: school,
      stream: 'board:1',
      actor: 'system',
      id: randomUUID(),
      content: null,
      at,
    }
    await perform(database, system, operation, async (_trx, record) => {
      record({ action: 'goal-added', subject: 'goal:1' })
      record({ action: 'goal-edited', subject: 'goal:1' })
    })
    expect(await verify()).toEqual({ kind: 'done', answer: { streams: 1, entries: 2, broken: [] } })
    await database.run(system, (trx) => sql`update journal set action = 'goal-removed' where sequence = 2`.execute(trx))
    const fault = { organisationId: school, stream: 'board:1', sequence: 2, reason: 'altered' }
    expect(await verify()).toMatchObject({ kind: 'no-answer', answer: { broken: [fault] } })
    await fresh.remove()
  })

  it('refuses what it does not understand', async () => {
    expect(await journalVerify.run(['all'], shell({}))).toMatchObject({ kind: 'bad-input' })
    expect(await journalVerify.run([], shell({ PORT: 'x' }))).toMatchObject({ kind: 'bad-input' })
  })
})
