import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { system } from '../../platform/database/scope.ts'
import { onBothEngines } from '../../platform/database/testing.ts'
import { demoMembers, demoTeam, deWaterlelie } from '../../platform/identity/demo-people.ts'
import { identityDemo } from '../../platform/identity/identity-demo.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { platformMigrations } from '../../platform/migrations.ts'
import type { Services } from '../../platform/web/services.ts'
import { closeForgottenJob } from './close-forgotten.ts'
import { improvementMigrations } from './migrations/index.ts'
import { usualSeconds } from './session-timer.ts'
import './tables.ts'

const started = new Date('2026-11-23T14:00:00Z')
const hour = 3_600_000

onBothEngines('sessions that were left open', [...platformMigrations, ...improvementMigrations], (database) => {
  it('are closed after three hours, once, and the team hears of it', async () => {
    const team = demoTeam(deWaterlelie, 'Onderbouw')
    const board = uuidv7()
    let now = started
    const mails: Mail[] = []
    // What the job asks of the services.
    const services = {
      db: database(),
      clock: () => now,
      newId: uuidv7,
      mailer: { send: async (_trx: unknown, mail: Mail) => void mails.push(mail) },
      settings: { origin: 'https://bord.example' },
    } as unknown as Services
    await identityDemo(services)
    await database().run(system, async (trx) => {
      const at = { organisation_id: deWaterlelie.id }
      const kind = { kind: 'improvement', team_id: team.id, name: 'Bord', created_at: started } as const
      await trx
        .insertInto('boards')
        .values({ ...at, id: board, ...kind })
        .execute()
      const seconds = { step_seconds: [...usualSeconds], planned_seconds: [...usualSeconds] }
      const times = { started_at: started, step_started_at: started }
      await trx
        .insertInto('board_sessions')
        .values({ ...at, id: uuidv7(), board_id: board, code: 'KM47TW', ...times, ...seconds })
        .execute()
    })
    const endedBy = async () => {
      const row = await database().run(system, (trx) =>
        trx.selectFrom('board_sessions').select('ended_by').where('board_id', '=', board).executeTakeFirstOrThrow(),
      )
      return row.ended_by
    }

    now = new Date(started.getTime() + 2.9 * hour)
    await closeForgottenJob.run(services, {})
    expect(await endedBy()).toBeNull()

    now = new Date(started.getTime() + 3.1 * hour)
    await closeForgottenJob.run(services, {})
    await closeForgottenJob.run(services, {})
    expect(await endedBy()).toBe('clock')
    expect(mails.map(({ to }) => to).toSorted()).toEqual(
      demoMembers(team)
        .map(({ email }) => email)
        .toSorted(),
    )
    expect(mails[0]?.text).toContain(`https://bord.example/s/de-waterlelie/boards/${board}/sessions/`)
    expect(mails[0]?.text).toContain('na drie uur vanzelf gesloten')
  })
})
