import type { Migration } from '../../database/migrate.ts'
import { tenantTable } from '../../database/tenant-table.ts'

export const journal: Migration = {
  name: 'journal/0001-journal',
  sql: `
    create table journal_streams (
      organisation_id uuid not null references organisations,
      stream text not null check (stream ~ '^[a-z-]+:[a-zA-Z0-9-]+$'),
      sequence bigint not null,
      hash text not null,
      primary key (organisation_id, stream)
    );
    ${tenantTable('journal_streams')}

    create table journal (
      organisation_id uuid not null,
      stream text not null,
      sequence bigint not null,
      at timestamptz not null,
      actor text not null,
      action text not null,
      subject text not null,
      changes jsonb,
      operation uuid not null,
      hash text not null,
      primary key (organisation_id, stream, sequence)
    );
    create index journal_operation on journal (operation);
    create index journal_subject on journal (organisation_id, subject, sequence);
    ${tenantTable('journal')}
    revoke update on journal from kantelpunt_app;
    revoke delete on journal from kantelpunt_app;

    create table operations (
      organisation_id uuid not null,
      id uuid not null,
      actor text not null,
      fingerprint text not null,
      stream text not null,
      sequence bigint not null,
      result jsonb not null,
      at timestamptz not null,
      primary key (organisation_id, id, actor, fingerprint)
    );
    create index operations_at on operations (at);
    ${tenantTable('operations')}
  `,
}
