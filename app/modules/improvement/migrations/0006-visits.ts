import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'
import { behaviourSql } from './behaviour-sql.ts'
import { visitCourseSql } from './visit-course-sql.ts'
import { visitsSql } from './visits-sql.ts'

/** That a visit happens is the school's; what was seen is the receiver's: see `visits-sql.ts`. */
export const visits: Migration = {
  name: 'improvement/0006-visits',
  sql: `
    -- Frequent visits to a beginning teacher, with a fixed buddy and the same pupils (a class, never names).
    create table visit_tracks (
      organisation_id uuid not null references organisations,
      id uuid not null,
      starter_id uuid not null references users on delete cascade,
      buddy_id uuid not null references users on delete cascade,
      class_name text not null check (length(class_name) between 1 and 60),
      every_weeks int not null check (every_weeks between 1 and 4),
      starts_on date not null,
      ends_on date not null,
      created_at timestamptz not null,
      ended_at timestamptz,
      primary key (organisation_id, id),
      check (starts_on <= ends_on)
    );
    ${tenantTable('visit_tracks')}

    -- Which structured observation a school has, besides the one that is shipped: the file as it was imported.
    create table visit_instruments (
      organisation_id uuid not null references organisations,
      id uuid not null,
      definition jsonb not null,
      imported_by uuid not null,
      imported_at timestamptz not null,
      removed_at timestamptz,
      primary key (organisation_id, id)
    );
    ${tenantTable('visit_instruments')}
    ${visitsSql}
    ${behaviourSql}
    ${visitCourseSql}
  `,
}
