import type { Migration } from '../../../platform/database/migrate.ts'
import { systemTable, tenantTable } from '../../../platform/database/tenant-table.ts'

/**
 * An answer that has a row of its own can be joined to who gave it: row and journal share a transaction (xmin), and rows lie
 * in the order in which they came (ctid). So what people answer to questions that are open is one row for all of them,
 * shuffled anew with each answer; when the questions are closed it becomes rows, all in one transaction.
 */
const sealedSql = `
    create table sealed_answers (
      organisation_id uuid not null references organisations,
      -- The scan, or period and team of a pulse.
      ballot text not null,
      scan_id uuid,
      period_id uuid,
      team_id uuid,
      given jsonb not null check (jsonb_typeof(given) = 'array'),
      primary key (organisation_id, ballot),
      foreign key (organisation_id, scan_id) references culture_scans on delete cascade,
      foreign key (organisation_id, period_id) references periods on delete cascade,
      foreign key (organisation_id, team_id) references teams on delete cascade
    );
    ${systemTable('sealed_answers')}

    create function seal_answer(in_organisation uuid, in_scan uuid, in_period uuid, in_team uuid, in_answer jsonb)
    returns void
    language sql security definer set search_path = public, pg_temp as $$
      insert into sealed_answers (organisation_id, ballot, scan_id, period_id, team_id, given)
      select in_organisation, concat_ws(' ', in_scan, in_period, in_team), in_scan, in_period, in_team,
        jsonb_build_array(in_answer)
      where in_organisation = any ((select app_organisations())::uuid[])
      on conflict (organisation_id, ballot) do update set given = (
        select jsonb_agg(each order by gen_random_uuid())
        from jsonb_array_elements(sealed_answers.given || excluded.given) each
      )
    $$;

    -- Gives the answers, in an order of chance, and keeps them no longer. Nothing, as long as the questions are open.
    create function open_sealed(in_organisation uuid, in_scan uuid, in_period uuid, in_team uuid)
    returns setof jsonb
    language sql security definer set search_path = public, pg_temp as $$
      with opened as (
        delete from sealed_answers where organisation_id = in_organisation
          and ballot = concat_ws(' ', in_scan, in_period, in_team)
          and in_organisation = any ((select app_organisations())::uuid[])
          and (exists (select from culture_scans where culture_scans.organisation_id = in_organisation
              and culture_scans.id = in_scan and closed_at is not null)
            or exists (select from look_backs where look_backs.organisation_id = in_organisation
              and look_backs.period_id = in_period and look_backs.team_id = in_team and pulse_closed_at is not null))
        returning given
      )
      select each from opened, jsonb_array_elements(given) each order by gen_random_uuid()
    $$;

    grant create on schema public to kantelpunt_system;
    alter function seal_answer(uuid, uuid, uuid, uuid, jsonb) owner to kantelpunt_system;
    alter function open_sealed(uuid, uuid, uuid, uuid) owner to kantelpunt_system;
    revoke create on schema public from kantelpunt_system;

    -- Pulses from before this lie in the order in which they came, with a statement more than are asked now.
    set local role kantelpunt_system;
    with taken as (delete from pulse_answers returning organisation_id, period_id, team_id, answers)
    insert into pulse_answers (organisation_id, id, period_id, team_id, answers)
    select organisation_id, gen_random_uuid(), period_id, team_id, answers[1:3] from taken order by gen_random_uuid();
    reset role;
`

export const impact: Migration = {
  name: 'improvement/0009-impact',
  sql: `
    -- The yearly scan of a school's culture: one a school year.
    create table culture_scans (
      organisation_id uuid not null references organisations,
      id uuid not null,
      school_year int not null,
      opened_at timestamptz not null,
      closed_at timestamptz,
      primary key (organisation_id, id),
      unique (organisation_id, school_year)
    );
    ${tenantTable('culture_scans')}

    -- Answers of a scan that is closed, without who gave them or when; culture_voters knows who answered (keyed hash), not
    -- what. All come here in one transaction, in an order of chance (see sealed_answers).
    create table culture_answers (
      organisation_id uuid not null,
      id uuid not null,
      scan_id uuid not null,
      team_id uuid,
      answers int[] not null check (cardinality(answers) = 12),
      primary key (organisation_id, id),
      foreign key (organisation_id, scan_id) references culture_scans on delete cascade,
      foreign key (organisation_id, team_id) references teams on delete set null (team_id)
    );
    create index culture_answers_scan on culture_answers (organisation_id, scan_id);
    ${tenantTable('culture_answers')}

    create table culture_voters (
      organisation_id uuid not null,
      scan_id uuid not null,
      voter text not null,
      primary key (organisation_id, scan_id, voter),
      foreign key (organisation_id, scan_id) references culture_scans on delete cascade
    );
    ${tenantTable('culture_voters')}
    ${sealedSql}
  `,
}
