import type { Migration } from '../../database/migrate.ts'
import { tenantTable } from '../../database/tenant-table.ts'

export const organisations: Migration = {
  name: 'organisations/0001-organisations',
  sql: `
    create table organisations (
      id uuid primary key,
      kind text not null check (kind in ('platform', 'board', 'school', 'municipality', 'partner')),
      slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
      name text not null check (length(name) between 1 and 200),
      parent_id uuid references organisations,
      school_code text check (school_code ~ '^[0-9]{2}[A-Z]{2}[0-9]{2}$'),
      place text,
      holiday_region text check (holiday_region in ('noord', 'midden', 'zuid')),
      created_at timestamptz not null
    );
    create index organisations_parent on organisations (parent_id);
    alter table organisations enable row level security;
    alter table organisations force row level security;
    create policy organisations_tenant on organisations to kantelpunt_app
      using (id = any ((select app_organisations())::uuid[])) with check (id = any ((select app_organisations())::uuid[]));
    create policy organisations_system on organisations to kantelpunt_system using (true) with check (true);
    grant select, update on organisations to kantelpunt_app;
    grant select, insert, update, delete on organisations to kantelpunt_system;

    create table teams (
      organisation_id uuid not null references organisations,
      id uuid not null,
      slug text not null,
      name text not null check (length(name) between 1 and 100),
      created_at timestamptz not null,
      archived_at timestamptz,
      primary key (organisation_id, id),
      unique (organisation_id, slug)
    );
    ${tenantTable('teams')}

    create table team_members (
      organisation_id uuid not null,
      team_id uuid not null,
      user_id uuid not null,
      primary key (organisation_id, team_id, user_id),
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    create index team_members_user on team_members (user_id);
    ${tenantTable('team_members')}
  `,
}
