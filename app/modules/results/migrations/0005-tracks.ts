import type { Migration } from '../../../platform/database/migrate.ts'
import { tenantTable } from '../../../platform/database/tenant-table.ts'

export const tracks: Migration = {
  name: 'results/0005-tracks',
  sql: `
    create table result_tracks (
      organisation_id uuid not null references organisations,
      id uuid not null,
      subject text not null check (subject in ('reading', 'language', 'arithmetic', 'growth')),
      -- The figure that it began with, as it was published then; null where nothing was.
      school_code text,
      school_years text[] not null,
      share_low double precision check (share_low between 0 and 100),
      share_high double precision check (share_high between 0 and 100),
      norm double precision,
      standing text not null check (standing in
        ('clearly-above', 'just-above', 'clearly-below', 'just-below', 'masked', 'no-norm')),
      causes text not null default '' check (length(causes) <= 4000),
      seen_with_team_on date,
      read_every_weeks smallint not null check (read_every_weeks between 1 and 12),
      help text[] not null check (help <@ array['visits', 'school', 'coach', 'knowledge']),
      review_on date not null,
      started_at timestamptz not null,
      started_by uuid,
      closed_at timestamptz,
      outcome text not null default '' check (length(outcome) <= 2000),
      primary key (organisation_id, id)
    );
    -- One open track a subject: the same weak domain is not begun twice.
    create unique index result_tracks_open on result_tracks (organisation_id, subject) where closed_at is null;
    ${tenantTable('result_tracks')}
  `,
}
