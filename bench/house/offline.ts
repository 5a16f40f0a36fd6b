import { createHash } from 'node:crypto'
import { migrations } from '../../app/migrations.ts'
import { openDatabase } from '../../app/platform/database/database.ts'
import { migrate } from '../../app/platform/database/migrate.ts'
import { openSimulation } from '../../tests/faults/offline-devices.ts'

export interface OfflineResult {
  readonly cards: number
  readonly edits: number
  /** One line for each schedule that went wrong. */
  readonly faults: readonly string[]
}

/** Many schedules of three devices at one board with a bad network, on PGlite in memory. */
export async function runOffline(firstSeed: number, schedules: number): Promise<OfflineResult> {
  const database = await openDatabase({ folder: 'memory://' })
  await migrate(database.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
  const simulation = await openSimulation(database, undefined)
  const faults: string[] = []
  let [cards, edits] = [0, 0]
  for (let seed = firstSeed; seed < firstSeed + schedules; seed++) {
    const result = await simulation.run(seed)
    cards += result.cards
    edits += result.edits
    if (result.faults.length > 0) faults.push(`seed ${seed}: ${result.faults.join('; ')}`)
  }
  await simulation.stop()
  await database.close()
  return { cards, edits, faults }
}
