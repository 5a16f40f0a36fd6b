/**
 * SQL that puts a tenant table under row-level security: rows of the organisations in scope are seen and written by the
 * app role, all rows by the system role. The table must have `organisation_id uuid not null`, first in its keys.
 */
export function tenantTable(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_tenant on ${table} to kantelpunt_app
      using (organisation_id = any ((select app_organisations())::uuid[]))
      with check (organisation_id = any ((select app_organisations())::uuid[]));
    create policy ${table}_system on ${table} to kantelpunt_system using (true) with check (true);
    grant select, insert, update, delete on ${table} to kantelpunt_app, kantelpunt_system;
  `
}

/** SQL for a table that anyone may read and only the system may write: registers and other public facts. */
export function publicTable(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_read on ${table} for select to kantelpunt_app using (true);
    create policy ${table}_system on ${table} to kantelpunt_system using (true) with check (true);
    grant select on ${table} to kantelpunt_app;
    grant select, insert, update, delete on ${table} to kantelpunt_system;
  `
}

/** SQL for a table that only the system may touch: sessions, secrets, presence. */
export function systemTable(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_system on ${table} to kantelpunt_system using (true) with check (true);
    grant select, insert, update, delete on ${table} to kantelpunt_system;
  `
}
