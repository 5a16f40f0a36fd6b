import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { bytesIn, bytesOf, bytesOut } from './bytes.ts'
import { system } from './scope.ts'
import { onBothEngines } from './testing.ts'

onBothEngines('bytes', [], (database) => {
  it('come back as they went in, every byte, and nothing as nothing', async () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, at) => (at * 7) % 256).subarray(3)
    const { rows } = await database().run(system, (trx) =>
      sql<{ text: string; size: number; none: null }>`
        select ${bytesOut('b')} as text, length(b) as size, ${bytesOut('n')} as none
        from (select ${bytesIn(bytes)} as b, null::bytea as n) as given
      `.execute(trx),
    )
    expect(rows[0]).toMatchObject({ size: 100_000, none: null })
    expect(bytesOf(rows[0]?.text ?? '')).toEqual(new Uint8Array(bytes))
  })
})
