import type { Database } from '../../app/platform/database/database.ts'

export interface Column {
  readonly name: string
  /** As PostgreSQL names it: `text`, `uuid[]`, `timestamp with time zone`. */
  readonly type: string
  readonly required: boolean
}

export interface ForeignKey {
  readonly columns: readonly string[]
  readonly table: string
  readonly targets: readonly string[]
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly foreignKeys: readonly ForeignKey[]
  /** Checks by name, with the columns they look at and their text. */
  readonly checks: ReadonlyMap<string, { readonly columns: readonly string[]; readonly text: string }>
}

/** Every table of the schema `public`, those that others refer to before those that refer to them. */
export async function readTables(db: Database): Promise<readonly Table[]> {
  const { rows: columns } = await db.query(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull and not a.atthasdef as required
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`)
  const { rows: constraints } = await db.query(`
    select c.relname as table, k.conname as name, k.contype::text as kind, pg_get_constraintdef(k.oid) as text,
      f.relname as target,
      (select json_agg(a.attname order by ord) from unnest(k.conkey) with ordinality u(num, ord)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as columns,
      (select json_agg(a.attname order by ord) from unnest(k.confkey) with ordinality u(num, ord)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as targets
    from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = 'public'::regnamespace and k.contype in ('c', 'f')`)
  const names = [...new Set(columns.map((row) => String(row.table)))]
  const tables = names.map((name): Table => {
    const own = constraints.filter((row) => row.table === name)
    return {
      name,
      columns: columns
        .filter((row) => row.table === name)
        .map((row) => ({ name: String(row.name), type: String(row.type), required: row.required === true })),
      foreignKeys: own
        .filter((row) => row.kind === 'f')
        .map((row) => ({ columns: list(row.columns), table: String(row.target), targets: list(row.targets) })),
      checks: new Map(
        own
          .filter((row) => row.kind === 'c')
          .map((row) => [String(row.name), { columns: list(row.columns), text: String(row.text) }]),
      ),
    }
  })
  return inOrder(tables)
}

function inOrder(tables: readonly Table[]): readonly Table[] {
  const sorted: Table[] = []
  let left = [...tables]
  while (left.length > 0) {
    const next = left.filter((table) =>
      table.foreignKeys.every((key) => key.table === table.name || sorted.some((done) => done.name === key.table)),
    )
    if (next.length === 0) throw new Error(`These tables refer to each other: ${left.map((table) => table.name)}.`)
    sorted.push(...next)
    left = left.filter((table) => !next.includes(table))
  }
  return sorted
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
