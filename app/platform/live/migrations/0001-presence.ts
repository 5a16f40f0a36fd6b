import type { Migration } from '../../database/migrate.ts'
import { systemTable } from '../../database/tenant-table.ts'

export const presence: Migration = {
  name: 'live/0001-presence',
  sql: `
    create table live_processes (
      id uuid primary key,
      seen_at timestamptz not null
    );
    ${systemTable('live_processes')}

    create table presence (
      organisation_id uuid not null,
      stream text not null,
      connection uuid not null,
      process_id uuid not null references live_processes on delete cascade,
      actor text not null,
      name text not null,
      primary key (organisation_id, stream, connection)
    );
    create index presence_process on presence (process_id);
    ${systemTable('presence')}
  `,
}
