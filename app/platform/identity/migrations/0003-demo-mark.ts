import type { Migration } from '../../database/migrate.ts'
import { systemTable } from '../../database/tenant-table.ts'

export const demoMark: Migration = {
  name: 'identity/0003-demo-mark',
  sql: `
    -- One row, written when the demo is loaded: what is in this database is made up, and its people have no lock.
    create table demo_mark (
      id boolean primary key default true check (id),
      loaded_at timestamptz not null
    );
    ${systemTable('demo_mark')}
    -- Demos from before there was a mark are known by the id of their platform, which no real one has.
    set local role kantelpunt_system;
    insert into demo_mark (loaded_at)
      select created_at from organisations where id = '07aa8db2-deb2-8bba-8815-f5fe6631c425';
    reset role;
  `,
}
