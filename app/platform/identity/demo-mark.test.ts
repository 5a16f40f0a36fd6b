import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { migrate } from '../database/migrate.ts'
import { system } from '../database/scope.ts'
import { checksum, freshDatabase, onBothEngines } from '../database/testing.ts'
import { platformMigrations as migrations } from '../migrations.ts'
import { demoRefusal } from './demo-mark.ts'
import { demoPlatform } from './demo-people.ts'
import { createAdmin } from './first-admin.ts'
import { identityDemo } from './identity-demo.ts'
import { demoMark } from './migrations/0003-demo-mark.ts'

onBothEngines('the mark of a demo', migrations, (database) => {
  const now = new Date('2026-11-22T10:00:00Z')
  const refusals = () =>
    database().run(system, async (trx) => ({ real: await demoRefusal(trx, false), demo: await demoRefusal(trx, true) }))

  it('keeps real servers off a demo, and demos off a database with people in it', async () => {
    expect(await refusals()).toEqual({ real: null, demo: null })
    await identityDemo({ db: database(), clock: () => now })
    await identityDemo({ db: database(), clock: () => now })
    expect(await refusals()).toEqual({ real: expect.stringMatching(/demo.*KANTELPUNT_DEMO=1/), demo: null })

    const other = await freshDatabase(database().engine, migrations)
    const jo = { email: 'jo@kantelpunt.example', name: 'Jo Zwart', resetSecondStep: false, now, newId: uuidv7 }
    await createAdmin(other.database, jo)
    await identityDemo({ db: other.database, clock: () => now })
    const [real, demo] = await other.database.run(system, async (trx) => [
      await demoRefusal(trx, false),
      await demoRefusal(trx, true),
    ])
    await other.remove()
    expect([real, demo]).toEqual([null, expect.stringMatching(/real people.*KANTELPUNT_DEMO=0/)])
  })

  it('is set on a demo that was loaded before there was a mark', async () => {
    const older = migrations.filter((migration) => migration !== demoMark)
    const before = await freshDatabase(database().engine, older)
    const { id, kind, slug, name } = demoPlatform
    await before.database.run(system, (trx) =>
      sql`insert into organisations (id, kind, slug, name, created_at) values (${id}, ${kind}, ${slug}, ${name}, ${now})`.execute(
        trx,
      ),
    )
    await migrate(before.database.kysely, migrations, checksum)
    const refusal = await before.database.run(system, (trx) => demoRefusal(trx, false))
    await before.remove()
    expect(refusal).toMatch(/holds a demo/)
  })
})
