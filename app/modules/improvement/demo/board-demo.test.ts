import { describe, expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { organisationScope } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { demoTeam, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { findChainFault } from '../../../platform/journal/chain.ts'
import { entriesAfter } from '../../../platform/journal/journal-store.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { boardStream } from '../board.ts'
import { loadBoardData } from '../board-data.ts'
import { findTeamBoard } from '../board-store.ts'
import { improvementMigrations } from '../migrations/index.ts'
import { boardDemo } from './board-demo.ts'
import { sessionDays } from './session-days.ts'

const migrations = [...platformMigrations, ...improvementMigrations]

const clock = () => new Date('2026-11-22T12:00:00Z')
const today = '2026-11-22'
const scope = organisationScope(deWaterlelie.id)

onBothEngines('the boards of the demo', migrations, (database) => {
  test('have months of history, with an unbroken journal, made once', async () => {
    const db = database()
    await identityDemo({ db, clock })
    await boardDemo({ db, clock })
    const made = await journalOf(db)
    await boardDemo({ db, clock })
    expect(await journalOf(db)).toEqual(made)
    for (const name of ['Onderbouw', 'Middenbouw', 'Bovenbouw']) {
      const team = demoTeam(deWaterlelie, name)
      const query = { organisationId: deWaterlelie.id, teamId: team.id, kind: 'improvement' } as const
      const id = (await db.run(scope, (trx) => findTeamBoard(trx, query))) ?? ''
      const entries = await db.run(scope, (trx) => entriesAfter(trx, deWaterlelie.id, boardStream(id), 0, 1000))
      expect(entries.length).toBeGreaterThan(40)
      expect(findChainFault(boardStream(id), entries)).toBeNull()
      const zones = ['check-in', 'successes', 'goals', 'actions', 'plans'] as const
      const data = await db.run(scope, (trx) =>
        loadBoardData(trx, { organisationId: deWaterlelie.id, boardId: id, zones, today }),
      )
      expect(data.goals.length).toBeGreaterThan(0)
      expect(data.goals.every((goal) => goal.readings.length > 3)).toBe(true)
      expect(data.actions.some((action) => action.state === 'open')).toBe(true)
      expect(data.successes.length).toBeGreaterThan(0)
      expect(data.plans.length).toBeGreaterThan(0)
      expect(data.lastSession).not.toBeNull()
    }
  })
})

/** How far every board's journal goes, as a fingerprint of the whole demo. */
async function journalOf(db: Database) {
  return db.run(scope, (trx) =>
    trx.selectFrom('journal_streams').select(['stream', 'sequence', 'hash']).orderBy('stream').execute(),
  )
}

describe('the days on which a team stood at its board', () => {
  test('are school days on its weekday, before today', () => {
    const days = sessionDays(today, 10, 3)
    expect(days).toEqual([
      '2026-09-09',
      '2026-09-16',
      '2026-09-23',
      '2026-09-30',
      '2026-10-07',
      '2026-10-21',
      '2026-10-28',
      '2026-11-04',
      '2026-11-11',
      '2026-11-18',
    ])
  })

  test('leave out today and the future', () => {
    expect(sessionDays('2026-11-18', 1, 3)).toEqual(['2026-11-11'])
    expect(sessionDays('2026-11-18', 0, 5)).toEqual([])
  })
})
