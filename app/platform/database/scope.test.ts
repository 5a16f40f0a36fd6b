import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { organisationScope, system } from './scope.ts'
import { tenantTable } from './tenant-table.ts'
import { onBothEngines } from './testing.ts'

const one = '00000000-0000-7000-8000-000000000001'
const two = '00000000-0000-7000-8000-000000000002'

const migrations = [
  {
    name: 'database-test/1-notes',
    sql: `create table notes (
        organisation_id uuid not null, id int not null, words text not null, primary key (organisation_id, id)
      );
      ${tenantTable('notes')}`,
  },
]

onBothEngines('row-level security', migrations, (database) => {
  it('shows the system every row', async () => {
    await database().run(system, (trx) =>
      sql`insert into notes values (${one}, 1, 'ours'), (${two}, 2, 'theirs')`.execute(trx),
    )
    const { rows } = await database().run(system, (trx) => sql`select id from notes order by id`.execute(trx))
    expect(rows).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('shows a person the rows of the organisations in scope and no others', async () => {
    const { rows } = await database().run(organisationScope(one), (trx) => sql`select words from notes`.execute(trx))
    expect(rows).toEqual([{ words: 'ours' }])
  })
})
