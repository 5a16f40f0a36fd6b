import type { Migration } from '../../../platform/database/migrate.ts'
import { publicTable } from '../../../platform/database/tenant-table.ts'

export const published: Migration = {
  name: 'results/0001-published',
  sql: `
    create table result_files (
      id uuid primary key,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      status text not null check (status in ('loading', 'loaded', 'refused')),
      refusal jsonb,
      file_name text not null check (length(file_name) between 1 and 255),
      bytes integer not null check (bytes >= 0),
      source text not null check (length(source) <= 500),
      published_on date not null,
      published_on_source text not null check (published_on_source in ('given', 'day-in-name', 'school-year', 'loaded')),
      rows_kept integer not null default 0,
      rows_of integer not null default 0,
      loaded_at timestamptz not null,
      loaded_by uuid,
      check ((status = 'refused') = (refusal is not null))
    );
    create unique index result_files_sum on result_files (sha256) where status <> 'refused';
    create index result_files_newest on result_files (loaded_at);
    ${publicTable('result_files')}

    create table result_tables (
      id uuid primary key,
      file_id uuid not null references result_files on delete cascade,
      place smallint not null,
      kind text not null,
      title text not null,
      sheet text,
      encoding text not null,
      separator text,
      row_count integer not null check (row_count > 0),
      first_school_year text,
      last_school_year text,
      mask_floor smallint not null check (mask_floor in (0, 1)),
      measures jsonb not null,
      facts jsonb not null,
      parts jsonb not null,
      ignored jsonb not null,
      cells_known integer not null,
      cells_masked integer not null,
      cells_missing integer not null,
      unique (file_id, place)
    );
    create index result_tables_kind on result_tables (kind, last_school_year);
    ${publicTable('result_tables')}

    create table result_rows (
      table_id uuid not null references result_tables on delete cascade,
      place integer not null,
      line integer not null,
      brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
      location text not null,
      school_year text,
      parts text[] not null,
      facts text[] not null,
      low double precision[] not null,
      high double precision[] not null,
      primary key (table_id, place),
      check (cardinality(low) = cardinality(high))
    );
    create index result_rows_school on result_rows (brin, location);
    ${publicTable('result_rows')}
  `,
}
