import type { Migration } from '../../database/migrate.ts'
import { publicTable } from '../../database/tenant-table.ts'

export const schoolRegister: Migration = {
  name: 'organisations/0002-school-register',
  sql: `
    create table register_schools (
      code text primary key check (code ~ '^[0-9]{2}[A-Z]{2}[0-9]{2}$'),
      sector text not null check (sector in ('po', 'vo')),
      name text not null check (name <> ''),
      street text,
      house_number text,
      postcode text check (postcode ~ '^[0-9]{4} [A-Z]{2}$'),
      place text not null,
      municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
      municipality text not null,
      province text,
      governing_body text check (governing_body ~ '^[0-9]{5}$'),
      denomination text,
      phone text,
      website text,
      structure text,
      holiday_region text check (holiday_region in ('noord', 'midden', 'zuid')),
      first_seen date not null,
      last_seen date not null,
      closed_since date,
      names jsonb not null check (jsonb_array_length(names) > 0),
      check (first_seen <= last_seen),
      check (closed_since > last_seen)
    );
    create index register_schools_municipality on register_schools (municipality_code);
    create index register_schools_governing_body on register_schools (governing_body);
    ${publicTable('register_schools')}

    create table register_imports (
      id uuid primary key,
      status text not null check (status in ('imported', 'refused')),
      refusal jsonb,
      file_name text not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      sector text not null check (sector in ('po', 'vo')),
      encoding text not null,
      vintage date not null,
      vintage_source text not null,
      rows integer not null,
      added integer not null,
      updated integer not null,
      unchanged integer not null,
      refused integer not null,
      closed integer not null,
      reopened integer not null,
      renamed integer not null,
      report jsonb not null,
      imported_at timestamptz not null,
      imported_by uuid,
      check (rows = added + updated + unchanged + refused),
      check ((status = 'refused') = (refusal is not null)),
      check (status = 'refused' or refused = 0)
    );
    create index register_imports_newest on register_imports (imported_at);
    ${publicTable('register_imports')}
  `,
}
