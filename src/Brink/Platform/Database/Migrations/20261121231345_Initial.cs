using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Brink.Platform.Database.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder
                .AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateSequence(name: "ids", incrementBy: 100);

            migrationBuilder.CreateSequence(name: "subject_ids", incrementBy: 10);

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "hand_in_drafts",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    photo_hashes = table.Column<string[]>(type: "text[]", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_in_drafts", x => new { x.municipality_id, x.secret_hash });
                }
            );

            migrationBuilder.CreateTable(
                name: "municipalities",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    cbs_code = table.Column<string>(type: "text", nullable: false),
                    host = table.Column<string>(type: "text", nullable: false),
                    theme = table.Column<string>(type: "text", nullable: false),
                    logo_hash = table.Column<string>(type: "text", nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    small_village_threshold = table.Column<int>(type: "integer", nullable: false),
                    policy_from = table.Column<int>(type: "integer", nullable: true),
                    policy_to = table.Column<int>(type: "integer", nullable: true),
                    mid_term_evaluation_after = table.Column<int>(type: "integer", nullable: true),
                    renewal_after = table.Column<int>(type: "integer", nullable: true),
                    take_in_term = table.Column<int>(type: "integer", nullable: false),
                    answer_term = table.Column<int>(type: "integer", nullable: false),
                    days_to_confirm = table.Column<int>(type: "integer", nullable: false),
                    days_drafts_stay = table.Column<int>(type: "integer", nullable: false),
                    days_strangers_stay = table.Column<int>(type: "integer", nullable: false),
                    days_mails_stay = table.Column<int>(type: "integer", nullable: false),
                    months_unused = table.Column<int>(type: "integer", nullable: false),
                    days_warned = table.Column<int>(type: "integer", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: false),
                    contact_mail = table.Column<string>(type: "text", nullable: false),
                    contact_telephone = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    defect_address = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    defect_mail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipalities", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    mail = table.Column<string>(type: "text", nullable: false),
                    telephone = table.Column<string>(type: "text", nullable: false),
                    website = table.Column<string>(type: "text", nullable: false),
                    postal_address = table.Column<string>(type: "text", nullable: false),
                    recognised_from = table.Column<DateOnly>(type: "date", nullable: true),
                    recognised_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recognition_note = table.Column<string>(type: "text", nullable: false),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => new { x.municipality_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_signed_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    wrong_codes = table.Column<int>(type: "integer", nullable: false),
                    second_step_closed_until = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    contact_is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erase_announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    new_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    user_name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    normalized_user_name = table.Column<string>(
                        type: "character varying(254)",
                        maxLength: 254,
                        nullable: true
                    ),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    normalized_email = table.Column<string>(
                        type: "character varying(254)",
                        maxLength: 254,
                        nullable: true
                    ),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => new { x.municipality_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "postbox_messages",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    message_id = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    to_name = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_postbox_messages", x => new { x.municipality_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "subjects",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    visibility = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subjects", x => new { x.municipality_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "submitted_forms",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    result_address = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submitted_forms", x => new { x.municipality_id, x.key_hash });
                }
            );

            migrationBuilder.CreateTable(
                name: "target_groups",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_groups", x => new { x.municipality_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    umbrella_id = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_memberships_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_memberships_organisations_municipality_id_umbrella_id",
                        columns: x => new { x.municipality_id, x.umbrella_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "calendar_keys",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_keys", x => new { x.municipality_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_calendar_keys_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about_id = table.Column<long>(type: "bigint", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_consents_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_drafts",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_drafts", x => new { x.municipality_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_dossier_drafts_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "newsletter_subscriptions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    wants_everyone = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_newsletter_subscriptions", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_newsletter_subscriptions_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "person_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_claims_people_municipality_id_user_id",
                        columns: x => new { x.municipality_id, x.user_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "person_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_person_logins",
                        x => new
                        {
                            x.municipality_id,
                            x.login_provider,
                            x.provider_key,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_person_logins_people_municipality_id_user_id",
                        columns: x => new { x.municipality_id, x.user_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "person_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_passkeys", x => new { x.municipality_id, x.credential_id });
                    table.ForeignKey(
                        name: "fk_person_passkeys_people_municipality_id_user_id",
                        columns: x => new { x.municipality_id, x.user_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "person_tokens",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_person_tokens",
                        x => new
                        {
                            x.municipality_id,
                            x.user_id,
                            x.login_provider,
                            x.name,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_person_tokens_people_municipality_id_user_id",
                        columns: x => new { x.municipality_id, x.user_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "access_links",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_links", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_access_links_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_access_links_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "agenda_points",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: true),
                    title = table.Column<string>(type: "character varying(3200)", maxLength: 3200, nullable: false),
                    remark = table.Column<string>(type: "character varying(32000)", maxLength: 32000, nullable: false),
                    added_by_id = table.Column<long>(type: "bigint", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_points", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_agenda_points_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_agenda_points_people_municipality_id_added_by_id",
                        columns: x => new { x.municipality_id, x.added_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_agenda_points_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    keeper_id = table.Column<long>(type: "bigint", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: true),
                    to_day = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_agreements_organisations_municipality_id_keeper_id",
                        columns: x => new { x.municipality_id, x.keeper_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_agreements_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "checks",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    half = table.Column<int>(type: "integer", nullable: false),
                    opens = table.Column<DateOnly>(type: "date", nullable: false),
                    closes = table.Column<DateOnly>(type: "date", nullable: false),
                    is_result_told = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checks", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_checks_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    by_person_id = table.Column<long>(type: "bigint", nullable: true),
                    on_behalf_of_id = table.Column<long>(type: "bigint", nullable: true),
                    entered_by_id = table.Column<long>(type: "bigint", nullable: true),
                    entered_for_id = table.Column<long>(type: "bigint", nullable: true),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    name_is_public = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contributions", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_contributions_organisations_municipality_id_entered_for_id",
                        columns: x => new { x.municipality_id, x.entered_for_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_contributions_organisations_municipality_id_on_behalf_of_id",
                        columns: x => new { x.municipality_id, x.on_behalf_of_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_contributions_people_municipality_id_by_person_id",
                        columns: x => new { x.municipality_id, x.by_person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_contributions_people_municipality_id_entered_by_id",
                        columns: x => new { x.municipality_id, x.entered_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_contributions_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "developments",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    what = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    meaning = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    act_by = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    umbrella_id = table.Column<long>(type: "bigint", nullable: false),
                    follower_id = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_developments", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_developments_organisations_municipality_id_umbrella_id",
                        columns: x => new { x.municipality_id, x.umbrella_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_developments_people_municipality_id_follower_id",
                        columns: x => new { x.municipality_id, x.follower_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_developments_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossiers",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    what = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    why = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    who_decides = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    @fixed = table.Column<string>(
                        name: "fixed",
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                    open = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    all_villages = table.Column<bool>(type: "boolean", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: true),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    first_word_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_because = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossiers", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossiers_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_dossiers_people_municipality_id_owner_id",
                        columns: x => new { x.municipality_id, x.owner_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_dossiers_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "follows",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    frequency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_follows",
                        x => new
                        {
                            x.municipality_id,
                            x.subject_id,
                            x.person_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_follows_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_follows_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: true),
                    verb = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    on_behalf_of_id = table.Column<long>(type: "bigint", nullable: true),
                    entered_by_id = table.Column<long>(type: "bigint", nullable: true),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "jsonb", nullable: false),
                    request_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    transaction_id = table.Column<ulong>(
                        type: "xid8",
                        nullable: false,
                        defaultValueSql: "pg_current_xact_id()"
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_journal_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "newsletters",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    maker_id = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opening = table.Column<string>(type: "character varying(18000)", maxLength: 18000, nullable: false),
                    closing = table.Column<string>(type: "character varying(18000)", maxLength: 18000, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    receivers = table.Column<int>(type: "integer", nullable: true),
                    left = table.Column<int>(type: "integer", nullable: false),
                    failed = table.Column<int>(type: "integer", nullable: false),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_newsletters", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_newsletters_sent_whole", "(state = 'Sent') = (sent_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_newsletters_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_newsletters_people_municipality_id_maker_id",
                        columns: x => new { x.municipality_id, x.maker_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_newsletters_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "promises",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    what = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    where = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    by_organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    by_person_id = table.Column<long>(type: "bigint", nullable: true),
                    to_organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    to_person_id = table.Column<long>(type: "bigint", nullable: true),
                    to_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ending = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    proof_href = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    overdue_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    moves_proposed = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promises", x => new { x.municipality_id, x.id });
                    table.CheckConstraint(
                        "ck_promises_by_somebody",
                        "by_organisation_id IS NOT NULL OR by_person_id IS NOT NULL OR state IN ('Kept', 'Released', 'Declined')"
                    );
                    table.ForeignKey(
                        name: "fk_promises_organisations_municipality_id_by_organisation_id",
                        columns: x => new { x.municipality_id, x.by_organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_promises_organisations_municipality_id_to_organisation_id",
                        columns: x => new { x.municipality_id, x.to_organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_promises_people_municipality_id_by_person_id",
                        columns: x => new { x.municipality_id, x.by_person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_promises_people_municipality_id_to_person_id",
                        columns: x => new { x.municipality_id, x.to_person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_promises_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "relations",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    from_id = table.Column<long>(type: "bigint", nullable: false),
                    to_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    high_id = table.Column<long>(
                        type: "bigint",
                        nullable: false,
                        computedColumnSql: "greatest(from_id, to_id)",
                        stored: true
                    ),
                    low_id = table.Column<long>(
                        type: "bigint",
                        nullable: false,
                        computedColumnSql: "least(from_id, to_id)",
                        stored: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relations", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_relations_two", "from_id <> to_id");
                    table.ForeignKey(
                        name: "fk_relations_subjects_municipality_id_from_id",
                        columns: x => new { x.municipality_id, x.from_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_relations_subjects_municipality_id_to_id",
                        columns: x => new { x.municipality_id, x.to_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "shared_concerns",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    kept_by_id = table.Column<long>(type: "bigint", nullable: false),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_concerns", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_shared_concerns_organisations_municipality_id_kept_by_id",
                        columns: x => new { x.municipality_id, x.kept_by_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_shared_concerns_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "subject_files",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    part_id = table.Column<long>(type: "bigint", nullable: true),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_files", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_subject_files_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "themes",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    drawing = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_themes", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_themes_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "villages",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stated_size = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    cbs_codes = table.Column<string[]>(type: "text[]", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    meeting_place = table.Column<string>(type: "text", nullable: false),
                    website = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_villages", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_villages_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "subject_groups",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    group_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_subject_groups",
                        x => new
                        {
                            x.municipality_id,
                            x.subject_id,
                            x.group_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_subject_groups_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_subject_groups_target_groups_municipality_id_group_id",
                        columns: x => new { x.municipality_id, x.group_id },
                        principalTable: "target_groups",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "newsletter_wishes",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    subscription_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_newsletter_wishes",
                        x => new
                        {
                            x.municipality_id,
                            x.subscription_id,
                            x.subject_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_newsletter_wishes_newsletter_subscriptions_municipality_id_~",
                        columns: x => new { x.municipality_id, x.subscription_id },
                        principalTable: "newsletter_subscriptions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_newsletter_wishes_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "agreement_evaluation",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_promised = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_evaluation", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_agreement_evaluation_agreements_municipality_id_agreement_id",
                        columns: x => new { x.municipality_id, x.agreement_id },
                        principalTable: "agreements",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "agreement_versions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: false),
                    why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_round_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    in_force_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_on_paper = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_versions", x => new { x.municipality_id, x.id });
                    table.CheckConstraint(
                        "ck_agreement_versions_in_force",
                        "state <> 'InForce' OR in_force_on IS NOT NULL"
                    );
                    table.ForeignKey(
                        name: "fk_agreement_versions_agreements_municipality_id_agreement_id",
                        columns: x => new { x.municipality_id, x.agreement_id },
                        principalTable: "agreements",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "check_tally",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    check_id = table.Column<long>(type: "bigint", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    statement = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    counts = table.Column<int[]>(type: "integer[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_check_tally",
                        x => new
                        {
                            x.municipality_id,
                            x.check_id,
                            x.side,
                            x.statement,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_check_tally_checks_municipality_id_check_id",
                        columns: x => new { x.municipality_id, x.check_id },
                        principalTable: "checks",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "check_turnout",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    check_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_turnout", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_check_turnout_checks_municipality_id_check_id",
                        columns: x => new { x.municipality_id, x.check_id },
                        principalTable: "checks",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_check_turnout_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_check_turnout_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "channel_posts",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    closed_because = table.Column<string>(
                        type: "character varying(800)",
                        maxLength: 800,
                        nullable: false
                    ),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_away_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_away_because = table.Column<string>(
                        type: "character varying(800)",
                        maxLength: 800,
                        nullable: false
                    ),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel_posts", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_channel_posts_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_channel_posts_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "experts",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    topics = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    can_ask = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    road = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    updated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_experts", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_experts_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_experts_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "standpoints",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    umbrella_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_text = table.Column<string>(
                        type: "character varying(20000)",
                        maxLength: 20000,
                        nullable: false
                    ),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_contribution_id = table.Column<long>(type: "bigint", nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standpoints", x => new { x.municipality_id, x.id });
                    table.CheckConstraint(
                        "ck_standpoints_answer_whole",
                        "(state = 'Answered') = (answered_at IS NOT NULL)"
                    );
                    table.ForeignKey(
                        name: "fk_standpoints_contributions_municipality_id_answer_contributi~",
                        columns: x => new { x.municipality_id, x.answer_contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_standpoints_organisations_municipality_id_umbrella_id",
                        columns: x => new { x.municipality_id, x.umbrella_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_standpoints_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "village_requests",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    association_id = table.Column<long>(type: "bigint", nullable: false),
                    by_organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    why = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    department = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    happens = table.Column<DateOnly>(type: "date", nullable: false),
                    hours = table.Column<decimal>(type: "numeric(6,1)", precision: 6, scale: 1, nullable: false),
                    to_call_id = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer_words = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                    proposed_for = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_contribution_id = table.Column<long>(type: "bigint", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_village_requests", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_village_requests_hours", "hours >= 0");
                    table.ForeignKey(
                        name: "fk_village_requests_contributions_municipality_id_answer_contr~",
                        columns: x => new { x.municipality_id, x.answer_contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_village_requests_contributions_municipality_id_contribution~",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_village_requests_organisations_municipality_id_association_~",
                        columns: x => new { x.municipality_id, x.association_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_village_requests_organisations_municipality_id_by_organisat~",
                        columns: x => new { x.municipality_id, x.by_organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_village_requests_people_municipality_id_to_call_id",
                        columns: x => new { x.municipality_id, x.to_call_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_village_requests_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "development_step",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    development_id = table.Column<long>(type: "bigint", nullable: false),
                    other_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_development_step", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_development_step_developments_municipality_id_development_id",
                        columns: x => new { x.municipality_id, x.development_id },
                        principalTable: "developments",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_development_step_subjects_municipality_id_other_id",
                        columns: x => new { x.municipality_id, x.other_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_change",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    after = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_change", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossier_change_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_confidences",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    then = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    warned_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_confidences", x => new { x.municipality_id, x.dossier_id });
                    table.ForeignKey(
                        name: "fk_dossier_confidences_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_date_change",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<DateOnly>(type: "date", nullable: true),
                    after = table.Column<DateOnly>(type: "date", nullable: true),
                    because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_date_change", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossier_date_change_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_place_changes",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    place_id = table.Column<long>(type: "bigint", nullable: false),
                    is_added = table.Column<bool>(type: "boolean", nullable: false),
                    because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_place_changes", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_dossier_place_changes_say_why", "is_added OR because <> ''");
                    table.ForeignKey(
                        name: "fk_dossier_place_changes_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_dossier_place_changes_subjects_municipality_id_place_id",
                        columns: x => new { x.municipality_id, x.place_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_stage_words",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_stage_words", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossier_stage_words_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_stages",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reached_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_stages", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossier_stages_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "digest_lines",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    journal_entry_id = table.Column<long>(type: "bigint", nullable: false),
                    frequency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_digest_lines",
                        x => new
                        {
                            x.municipality_id,
                            x.person_id,
                            x.journal_entry_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_digest_lines_journal_municipality_id_journal_entry_id",
                        columns: x => new { x.municipality_id, x.journal_entry_id },
                        principalTable: "journal",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_digest_lines_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "mail_messages",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: true),
                    journal_entry_id = table.Column<long>(type: "bigint", nullable: true),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    to_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    can_wait = table.Column<bool>(
                        type: "boolean",
                        nullable: false,
                        computedColumnSql: "kind IN ('RoleNotice', 'FollowNotice', 'Digest', 'Reminder', 'EraseAnnounced')",
                        stored: true
                    ),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_messages", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_mail_messages_journal_municipality_id_journal_entry_id",
                        columns: x => new { x.municipality_id, x.journal_entry_id },
                        principalTable: "journal",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_mail_messages_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_mail_messages_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "pending_dispatches",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    journal_entry_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pending_dispatches", x => new { x.municipality_id, x.journal_entry_id });
                    table.ForeignKey(
                        name: "fk_pending_dispatches_journal_municipality_id_journal_entry_id",
                        columns: x => new { x.municipality_id, x.journal_entry_id },
                        principalTable: "journal",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "newsletter_items",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    newsletter_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: true),
                    group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    heading = table.Column<string>(type: "character varying(360)", maxLength: 360, nullable: false),
                    words = table.Column<string>(type: "character varying(18000)", maxLength: 18000, nullable: false),
                    shows_facts = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    facts = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    href = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_newsletter_items", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_newsletter_items_newsletters_municipality_id_newsletter_id",
                        columns: x => new { x.municipality_id, x.newsletter_id },
                        principalTable: "newsletters",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_newsletter_items_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "promise_moves",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    promise_id = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    proposed_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed_by_id = table.Column<long>(type: "bigint", nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by_id = table.Column<long>(type: "bigint", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_moves", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_promise_moves_people_municipality_id_decided_by_id",
                        columns: x => new { x.municipality_id, x.decided_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_promise_moves_people_municipality_id_proposed_by_id",
                        columns: x => new { x.municipality_id, x.proposed_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_promise_moves_promises_municipality_id_promise_id",
                        columns: x => new { x.municipality_id, x.promise_id },
                        principalTable: "promises",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "promise_photos",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    promise_id = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_photos", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_promise_photos_promises_municipality_id_promise_id",
                        columns: x => new { x.municipality_id, x.promise_id },
                        principalTable: "promises",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "subject_themes",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    theme_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_subject_themes",
                        x => new
                        {
                            x.municipality_id,
                            x.subject_id,
                            x.theme_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_subject_themes_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_subject_themes_themes_municipality_id_theme_id",
                        columns: x => new { x.municipality_id, x.theme_id },
                        principalTable: "themes",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "areas",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: true),
                    geometry = table.Column<string>(type: "jsonb", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_areas", x => new { x.municipality_id, x.code });
                    table.ForeignKey(
                        name: "fk_areas_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "defects",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    what = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    place_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    reporter = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_defects", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_defects_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_invitations",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    how = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mail_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    invited_on = table.Column<DateOnly>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    first_opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    told_by_id = table.Column<long>(type: "bigint", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_invitations", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossier_invitations_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_dossier_invitations_organisations_municipality_id_organisat~",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_dossier_invitations_people_municipality_id_told_by_id",
                        columns: x => new { x.municipality_id, x.told_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_dossier_invitations_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "facilities",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facilities", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_facilities_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "initiatives",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    what = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    why = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    companions = table.Column<string>(
                        type: "character varying(1000)",
                        maxLength: 1000,
                        nullable: false
                    ),
                    initiator_kind = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    group_name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    owner_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    place_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    phase = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    phase_since = table.Column<DateOnly>(type: "date", nullable: false),
                    next_step = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    next_step_date = table.Column<DateOnly>(type: "date", nullable: true),
                    next_step_by = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    intake = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answer_text = table.Column<string>(
                        type: "character varying(20000)",
                        maxLength: 20000,
                        nullable: false
                    ),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lessons = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_initiatives", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_initiatives_answer_whole", "(answer IS NULL) = (answered_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_initiatives_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_initiatives_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_initiatives_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "representations",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_representations", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_representations_organisations_municipality_id_organisation_~",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_representations_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "role_holdings",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: true),
                    topics = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    promises_handed_over = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_holdings", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_role_holdings_period", "\"to\" IS NULL OR \"to\" >= \"from\"");
                    table.ForeignKey(
                        name: "fk_role_holdings_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_role_holdings_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_role_holdings_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "signals",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    place_note = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: false
                    ),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answer_text = table.Column<string>(
                        type: "character varying(40000)",
                        maxLength: 40000,
                        nullable: false
                    ),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_for_id = table.Column<long>(type: "bigint", nullable: true),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true),
                    split_from_id = table.Column<long>(type: "bigint", nullable: true),
                    carries = table.Column<int>(type: "integer", nullable: false),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signals", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_signals_answer_whole", "(answer IS NULL) = (answered_at IS NULL)");
                    table.CheckConstraint("ck_signals_answered", "(state <> 'Answered') OR (answer IS NOT NULL)");
                    table.CheckConstraint(
                        "ck_signals_merged_into",
                        "(state = 'Merged') = (merged_into_id IS NOT NULL)"
                    );
                    table.CheckConstraint("ck_signals_not_into_itself", "merged_into_id <> id");
                    table.ForeignKey(
                        name: "fk_signals_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signals_organisations_municipality_id_answered_for_id",
                        columns: x => new { x.municipality_id, x.answered_for_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signals_signals_municipality_id_merged_into_id",
                        columns: x => new { x.municipality_id, x.merged_into_id },
                        principalTable: "signals",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signals_signals_municipality_id_split_from_id",
                        columns: x => new { x.municipality_id, x.split_from_id },
                        principalTable: "signals",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signals_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signals_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "subject_villages",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_subject_villages",
                        x => new
                        {
                            x.municipality_id,
                            x.subject_id,
                            x.village_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_subject_villages_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_subject_villages_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "village_inhabitants",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_village_inhabitants",
                        x => new
                        {
                            x.municipality_id,
                            x.village_id,
                            x.year,
                        }
                    );
                    table.CheckConstraint("ck_village_inhabitants_not_negative", "number >= 0");
                    table.ForeignKey(
                        name: "fk_village_inhabitants_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "what_suits",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    channels = table.Column<string[]>(type: "text[]", nullable: false),
                    how_often = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unsuitable_times = table.Column<string>(
                        type: "character varying(600)",
                        maxLength: 600,
                        nullable: false
                    ),
                    words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    updated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_what_suits", x => new { x.municipality_id, x.village_id });
                    table.ForeignKey(
                        name: "fk_what_suits_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_what_suits_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "agreement_party",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_agreement_party",
                        x => new
                        {
                            x.municipality_id,
                            x.version_id,
                            x.organisation_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_agreement_party_agreement_versions_municipality_id_version_id",
                        columns: x => new { x.municipality_id, x.version_id },
                        principalTable: "agreement_versions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_agreement_party_organisations_municipality_id_organisation_~",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "agreement_pledge",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    theme_id = table.Column<long>(type: "bigint", nullable: true),
                    what = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    is_promised = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_pledge", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_agreement_pledge_agreement_versions_municipality_id_version_~",
                        columns: x => new { x.municipality_id, x.version_id },
                        principalTable: "agreement_versions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_agreement_pledge_organisations_municipality_id_organisation~",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_agreement_pledge_themes_municipality_id_theme_id",
                        columns: x => new { x.municipality_id, x.theme_id },
                        principalTable: "themes",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_marks",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    expert_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_expert_marks",
                        x => new
                        {
                            x.municipality_id,
                            x.expert_id,
                            x.organisation_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_expert_marks_experts_municipality_id_expert_id",
                        columns: x => new { x.municipality_id, x.expert_id },
                        principalTable: "experts",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_expert_marks_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_questions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    expert_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    answer = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_questions", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_expert_questions_contributions_municipality_id_contribution~",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_expert_questions_experts_municipality_id_expert_id",
                        columns: x => new { x.municipality_id, x.expert_id },
                        principalTable: "experts",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_expert_questions_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "advices",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    is_asked = table.Column<bool>(type: "boolean", nullable: false),
                    adviser_id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: true),
                    standpoint_id = table.Column<long>(type: "bigint", nullable: true),
                    in_confidence = table.Column<bool>(type: "boolean", nullable: false),
                    question = table.Column<string>(
                        type: "character varying(24000)",
                        maxLength: 24000,
                        nullable: false
                    ),
                    background = table.Column<string>(
                        type: "character varying(24000)",
                        maxLength: 24000,
                        nullable: false
                    ),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    proposed_due = table.Column<DateOnly>(type: "date", nullable: true),
                    reply_words = table.Column<string>(
                        type: "character varying(6000)",
                        maxLength: 6000,
                        nullable: false
                    ),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(24000)", maxLength: 24000, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ask_contribution_id = table.Column<long>(type: "bigint", nullable: true),
                    given_contribution_id = table.Column<long>(type: "bigint", nullable: true),
                    answer_revision = table.Column<int>(type: "integer", nullable: false),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advices", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_advices_asked_with_a_day", "is_asked = (due IS NOT NULL)");
                    table.CheckConstraint(
                        "ck_advices_given_whole",
                        "state NOT IN ('Given', 'Answered', 'TakenBack') OR given_at IS NOT NULL"
                    );
                    table.ForeignKey(
                        name: "fk_advices_contributions_municipality_id_ask_contribution_id",
                        columns: x => new { x.municipality_id, x.ask_contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_advices_contributions_municipality_id_given_contribution_id",
                        columns: x => new { x.municipality_id, x.given_contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_advices_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_advices_organisations_municipality_id_adviser_id",
                        columns: x => new { x.municipality_id, x.adviser_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_advices_standpoints_municipality_id_standpoint_id",
                        columns: x => new { x.municipality_id, x.standpoint_id },
                        principalTable: "standpoints",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_advices_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "sent_reactions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    standpoint_id = table.Column<long>(type: "bigint", nullable: false),
                    association_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    words = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    was_entered = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_sent_reactions",
                        x => new
                        {
                            x.municipality_id,
                            x.standpoint_id,
                            x.association_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_sent_reactions_organisations_municipality_id_association_id",
                        columns: x => new { x.municipality_id, x.association_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_sent_reactions_standpoints_municipality_id_standpoint_id",
                        columns: x => new { x.municipality_id, x.standpoint_id },
                        principalTable: "standpoints",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "standpoint_sources",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    standpoint_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_standpoint_sources",
                        x => new
                        {
                            x.municipality_id,
                            x.standpoint_id,
                            x.subject_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_standpoint_sources_standpoints_municipality_id_standpoint_id",
                        columns: x => new { x.municipality_id, x.standpoint_id },
                        principalTable: "standpoints",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_standpoint_sources_subjects_municipality_id_subject_id",
                        columns: x => new { x.municipality_id, x.subject_id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "standpoint_versions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    standpoint_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    asks = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standpoint_versions", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_standpoint_versions_contributions_municipality_id_contribut~",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_standpoint_versions_standpoints_municipality_id_standpoint_~",
                        columns: x => new { x.municipality_id, x.standpoint_id },
                        principalTable: "standpoints",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_readers",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    added_on = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_on = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_readers", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossier_readers_dossier_confidences_municipality_id_dossier~",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossier_confidences",
                        principalColumns: new[] { "municipality_id", "dossier_id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_dossier_readers_organisations_municipality_id_organisation_~",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_dossier_readers_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_words",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_words", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossier_words_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_dossier_words_dossier_confidences_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossier_confidences",
                        principalColumns: new[] { "municipality_id", "dossier_id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "backings",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: true),
                    is_home = table.Column<bool>(type: "boolean", nullable: false),
                    name_is_public = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_backings",
                        x => new
                        {
                            x.municipality_id,
                            x.initiative_id,
                            x.person_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_backings_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_backings_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_backings_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_backings_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "budget_choices",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    hour_value = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_choices", x => new { x.municipality_id, x.initiative_id });
                    table.CheckConstraint("ck_budget_choices_hour_value", "hour_value > 0 AND hour_value < 1000");
                    table.ForeignKey(
                        name: "fk_budget_choices_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "budget_lines",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    what = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_lines", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_budget_lines_amount", "amount >= 0 AND amount < 100000000");
                    table.CheckConstraint("ck_budget_lines_state", "(kind = 'Source') = (state IS NOT NULL)");
                    table.CheckConstraint("ck_budget_lines_what", "what <> ''");
                    table.ForeignKey(
                        name: "fk_budget_lines_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "colleagues",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_colleagues",
                        x => new
                        {
                            x.municipality_id,
                            x.initiative_id,
                            x.person_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_colleagues_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_colleagues_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "concerns",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: true),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_contribution_id = table.Column<long>(type: "bigint", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concerns", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_concerns_number", "number BETWEEN 0 AND 5");
                    table.ForeignKey(
                        name: "fk_concerns_contributions_municipality_id_answer_contribution_~",
                        columns: x => new { x.municipality_id, x.answer_contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_concerns_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_concerns_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_concerns_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_concerns_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_concerns_villages_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "villages",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ground_rules_parties",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ground_rules_parties", x => new { x.municipality_id, x.id });
                    table.CheckConstraint(
                        "ck_ground_rules_parties_organisation",
                        "(kind = 'Organisation') = (organisation_id IS NOT NULL)"
                    );
                    table.ForeignKey(
                        name: "fk_ground_rules_parties_initiatives_municipality_id_initiative~",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_ground_rules_parties_organisations_municipality_id_organisa~",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "helps",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    thanks = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handover_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_helps", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_helps_places", "taken >= 0 AND taken <= number");
                    table.ForeignKey(
                        name: "fk_helps_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_helps_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_helps_subjects_municipality_id_id",
                        columns: x => new { x.municipality_id, x.id },
                        principalTable: "subjects",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "initiators",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_initiators",
                        x => new
                        {
                            x.municipality_id,
                            x.initiative_id,
                            x.person_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_initiators_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_initiators_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "paper_tallies",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from_village = table.Column<int>(type: "integer", nullable: false),
                    from_elsewhere = table.Column<int>(type: "integer", nullable: false),
                    scan_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    scan_content_type = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_tallies", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_paper_tallies_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_paper_tallies_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "phase_changes",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    phase = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_step = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    next_step_date = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phase_changes", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_phase_changes_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "questions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reply = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    reply_contribution_id = table.Column<long>(type: "bigint", nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_questions_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_questions_contributions_municipality_id_reply_contribution_~",
                        columns: x => new { x.municipality_id, x.reply_contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_questions_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "requirements",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    met_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requirements", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_requirements_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "support_counts",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    from_village = table.Column<int>(type: "integer", nullable: false),
                    from_elsewhere = table.Column<int>(type: "integer", nullable: false),
                    concerns = table.Column<int>(type: "integer", nullable: false),
                    unanswered = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_support_counts",
                        x => new
                        {
                            x.municipality_id,
                            x.initiative_id,
                            x.slot,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_support_counts_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "updates",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_updates", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_updates_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_updates_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "concern_signals",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    concern_id = table.Column<long>(type: "bigint", nullable: false),
                    signal_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_concern_signals",
                        x => new
                        {
                            x.municipality_id,
                            x.concern_id,
                            x.signal_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_concern_signals_shared_concerns_municipality_id_concern_id",
                        columns: x => new { x.municipality_id, x.concern_id },
                        principalTable: "shared_concerns",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_concern_signals_signals_municipality_id_signal_id",
                        columns: x => new { x.municipality_id, x.signal_id },
                        principalTable: "signals",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "signal_forwards",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    signal_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signal_forwards", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_signal_forwards_organisations_municipality_id_organisation_~",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signal_forwards_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signal_forwards_signals_municipality_id_signal_id",
                        columns: x => new { x.municipality_id, x.signal_id },
                        principalTable: "signals",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "what_suits_topics",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    village_id = table.Column<long>(type: "bigint", nullable: false),
                    theme_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_what_suits_topics",
                        x => new
                        {
                            x.municipality_id,
                            x.village_id,
                            x.theme_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_what_suits_topics_themes_municipality_id_theme_id",
                        columns: x => new { x.municipality_id, x.theme_id },
                        principalTable: "themes",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_what_suits_topics_what_suits_municipality_id_village_id",
                        columns: x => new { x.municipality_id, x.village_id },
                        principalTable: "what_suits",
                        principalColumns: new[] { "municipality_id", "village_id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "agreement_answers",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    scan_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    scan_content_type = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_answers", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_agreement_answers_agreement_party_municipality_id_version_id~",
                        columns: x => new
                        {
                            x.municipality_id,
                            x.version_id,
                            x.organisation_id,
                        },
                        principalTable: "agreement_party",
                        principalColumns: new[] { "municipality_id", "version_id", "organisation_id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_agreement_answers_agreement_versions_municipality_id_version~",
                        columns: x => new { x.municipality_id, x.version_id },
                        principalTable: "agreement_versions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_agreement_answers_contributions_municipality_id_contributio~",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "advice_answers",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    advice_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(24000)", maxLength: 24000, nullable: false),
                    reason = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    contribution_id = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advice_answers", x => new { x.municipality_id, x.id });
                    table.CheckConstraint(
                        "ck_advice_answers_say_why",
                        "published_at IS NULL OR number = 1 OR reason <> ''"
                    );
                    table.ForeignKey(
                        name: "fk_advice_answers_advices_municipality_id_advice_id",
                        columns: x => new { x.municipality_id, x.advice_id },
                        principalTable: "advices",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_advice_answers_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "advice_points",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    advice_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(4500)", maxLength: 4500, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advice_points", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_advice_points_advices_municipality_id_advice_id",
                        columns: x => new { x.municipality_id, x.advice_id },
                        principalTable: "advices",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "signing_rounds",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    standpoint_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reactions = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_rounds", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_signing_rounds_standpoint_versions_municipality_id_version_id",
                        columns: x => new { x.municipality_id, x.version_id },
                        principalTable: "standpoint_versions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signing_rounds_standpoints_municipality_id_standpoint_id",
                        columns: x => new { x.municipality_id, x.standpoint_id },
                        principalTable: "standpoints",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "dossier_openings",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    reader_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_openings", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_dossier_openings_dossier_readers_municipality_id_reader_id",
                        columns: x => new { x.municipality_id, x.reader_id },
                        principalTable: "dossier_readers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "endorsements",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    concern_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_endorsements", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_endorsements_concerns_municipality_id_concern_id",
                        columns: x => new { x.municipality_id, x.concern_id },
                        principalTable: "concerns",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_endorsements_initiatives_municipality_id_initiative_id",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_endorsements_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ground_rules_versions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    initiative_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    phase = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    owner_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    deciding = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    responsible = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                    @fixed = table.Column<string>(
                        name: "fixed",
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                    open = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    participation = table.Column<string>(
                        type: "character varying(8000)",
                        maxLength: 8000,
                        nullable: false
                    ),
                    talking = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    contacts = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    proposed_by_id = table.Column<long>(type: "bigint", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ground_rules_versions", x => new { x.municipality_id, x.id });
                    table.CheckConstraint(
                        "ck_ground_rules_versions_decided",
                        "(state = 'Proposed') = (decided_at IS NULL)"
                    );
                    table.ForeignKey(
                        name: "fk_ground_rules_versions_contributions_municipality_id_contrib~",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_ground_rules_versions_ground_rules_parties_municipality_id_~",
                        columns: x => new { x.municipality_id, x.proposed_by_id },
                        principalTable: "ground_rules_parties",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_ground_rules_versions_initiatives_municipality_id_initiativ~",
                        columns: x => new { x.municipality_id, x.initiative_id },
                        principalTable: "initiatives",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "help_responses",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    help_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    message = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    road = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    telephone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reply = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    asker_road = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    asker_telephone = table.Column<string>(
                        type: "character varying(30)",
                        maxLength: 30,
                        nullable: false
                    ),
                    decided_by_id = table.Column<long>(type: "bigint", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_responses", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_help_responses_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_help_responses_helps_municipality_id_help_id",
                        columns: x => new { x.municipality_id, x.help_id },
                        principalTable: "helps",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_help_responses_people_municipality_id_decided_by_id",
                        columns: x => new { x.municipality_id, x.decided_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_help_responses_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "paper_counts",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    tally_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    from_village = table.Column<int>(type: "integer", nullable: false),
                    from_elsewhere = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_counts", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_paper_counts_paper_tallies_municipality_id_tally_id",
                        columns: x => new { x.municipality_id, x.tally_id },
                        principalTable: "paper_tallies",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_paper_counts_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "advice_answer_lines",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    answer_id = table.Column<long>(type: "bigint", nullable: false),
                    point_id = table.Column<long>(type: "bigint", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    because = table.Column<string>(type: "character varying(24000)", maxLength: 24000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_advice_answer_lines",
                        x => new
                        {
                            x.municipality_id,
                            x.answer_id,
                            x.point_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_advice_answer_lines_advice_answers_municipality_id_answer_id",
                        columns: x => new { x.municipality_id, x.answer_id },
                        principalTable: "advice_answers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_advice_answer_lines_advice_points_municipality_id_point_id",
                        columns: x => new { x.municipality_id, x.point_id },
                        principalTable: "advice_points",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "invited_associations",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    association_id = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_invited_associations",
                        x => new
                        {
                            x.municipality_id,
                            x.round_id,
                            x.association_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_invited_associations_organisations_municipality_id_associat~",
                        columns: x => new { x.municipality_id, x.association_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_invited_associations_signing_rounds_municipality_id_round_id",
                        columns: x => new { x.municipality_id, x.round_id },
                        principalTable: "signing_rounds",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ground_rules_responses",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    party_id = table.Column<long>(type: "bigint", nullable: false),
                    turn = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ground_rules_responses", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_ground_rules_responses_contributions_municipality_id_contri~",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_ground_rules_responses_ground_rules_parties_municipality_id~",
                        columns: x => new { x.municipality_id, x.party_id },
                        principalTable: "ground_rules_parties",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_ground_rules_responses_ground_rules_versions_municipality_id_~",
                        columns: x => new { x.municipality_id, x.version_id },
                        principalTable: "ground_rules_versions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "signatures",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    association_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    journal_entry_id = table.Column<long>(type: "bigint", nullable: false),
                    scan_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    scan_content_type = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signatures", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_signatures_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signatures_invited_associations_municipality_id_round_id_as~",
                        columns: x => new
                        {
                            x.municipality_id,
                            x.round_id,
                            x.association_id,
                        },
                        principalTable: "invited_associations",
                        principalColumns: new[] { "municipality_id", "round_id", "association_id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signatures_journal_municipality_id_journal_entry_id",
                        columns: x => new { x.municipality_id, x.journal_entry_id },
                        principalTable: "journal",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_signatures_signing_rounds_municipality_id_round_id",
                        columns: x => new { x.municipality_id, x.round_id },
                        principalTable: "signing_rounds",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "answer_corrections",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    answer_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    because = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: false),
                    reason = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    before_verdict = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    before_because = table.Column<string>(
                        type: "character varying(15000)",
                        maxLength: 15000,
                        nullable: false
                    ),
                    before_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_corrections", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_answer_corrections_say_why", "reason <> ''");
                    table.ForeignKey(
                        name: "fk_answer_corrections_people_municipality_id_written_by_id",
                        columns: x => new { x.municipality_id, x.written_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "document_pictures",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    is_decoration = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_pictures", x => new { x.municipality_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "document_sections",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    anchor = table.Column<int>(type: "integer", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    heading = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    text = table.Column<string>(
                        type: "character varying(2000000)",
                        maxLength: 2000000,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_sections", x => new { x.municipality_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "document_versions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    word_file_id = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_versions", x => new { x.municipality_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "character varying(480)", maxLength: 480, nullable: false),
                    draft = table.Column<string>(
                        type: "character varying(2000000)",
                        maxLength: 2000000,
                        nullable: false
                    ),
                    current_number = table.Column<int>(type: "integer", nullable: false),
                    last_anchor = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    word_file_id = table.Column<long>(type: "bigint", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_documents_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "rounds",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: true),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    question = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mail_is_enough = table.Column<bool>(type: "boolean", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    promise_id = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opening_told = table.Column<bool>(type: "boolean", nullable: false),
                    closing_told = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rounds", x => new { x.municipality_id, x.id });
                    table.CheckConstraint("ck_rounds_closes_after_it_opens", "closes_at > opens_at");
                    table.ForeignKey(
                        name: "fk_rounds_documents_municipality_id_document_id",
                        columns: x => new { x.municipality_id, x.document_id },
                        principalTable: "documents",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_rounds_dossiers_municipality_id_dossier_id",
                        columns: x => new { x.municipality_id, x.dossier_id },
                        principalTable: "dossiers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_rounds_promises_municipality_id_promise_id",
                        columns: x => new { x.municipality_id, x.promise_id },
                        principalTable: "promises",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "word_files",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(1920)", maxLength: 1920, nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(
                        type: "character varying(2000000)",
                        maxLength: 2000000,
                        nullable: false
                    ),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_offered = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    left_out = table.Column<string>(type: "jsonb", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_word_files", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_word_files_documents_municipality_id_document_id",
                        columns: x => new { x.municipality_id, x.document_id },
                        principalTable: "documents",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "round_answers",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "character varying(360)", maxLength: 360, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    because = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: false),
                    handled_by_id = table.Column<long>(type: "bigint", nullable: true),
                    written_by_id = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    remark = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_answers", x => new { x.municipality_id, x.id });
                    table.CheckConstraint(
                        "ck_round_answers_say_why",
                        "state = 'Draft' OR (verdict IS NOT NULL AND because <> '')"
                    );
                    table.ForeignKey(
                        name: "fk_round_answers_people_municipality_id_handled_by_id",
                        columns: x => new { x.municipality_id, x.handled_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_round_answers_people_municipality_id_written_by_id",
                        columns: x => new { x.municipality_id, x.written_by_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_round_answers_rounds_municipality_id_round_id",
                        columns: x => new { x.municipality_id, x.round_id },
                        principalTable: "rounds",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "round_counts",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    anchor = table.Column<int>(type: "integer", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    reactions = table.Column<int>(type: "integer", nullable: false),
                    unanswered = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_round_counts",
                        x => new
                        {
                            x.municipality_id,
                            x.round_id,
                            x.anchor,
                            x.slot,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_round_counts_rounds_municipality_id_round_id",
                        columns: x => new { x.municipality_id, x.round_id },
                        principalTable: "rounds",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "round_extensions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_extensions", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_round_extensions_rounds_municipality_id_round_id",
                        columns: x => new { x.municipality_id, x.round_id },
                        principalTable: "rounds",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "reactions",
                columns: table => new
                {
                    municipality_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    round_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<long>(type: "bigint", nullable: true),
                    contribution_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    section_id = table.Column<long>(type: "bigint", nullable: true),
                    anchor = table.Column<int>(type: "integer", nullable: false),
                    quote = table.Column<string>(type: "character varying(1800)", maxLength: 1800, nullable: false),
                    quote_at = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(15000)", maxLength: 15000, nullable: false),
                    proposed = table.Column<string>(type: "character varying(9000)", maxLength: 9000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    answer_id = table.Column<long>(type: "bigint", nullable: true),
                    own_words = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reactions", x => new { x.municipality_id, x.id });
                    table.ForeignKey(
                        name: "fk_reactions_contributions_municipality_id_contribution_id",
                        columns: x => new { x.municipality_id, x.contribution_id },
                        principalTable: "contributions",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_reactions_document_sections_municipality_id_section_id",
                        columns: x => new { x.municipality_id, x.section_id },
                        principalTable: "document_sections",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_reactions_organisations_municipality_id_organisation_id",
                        columns: x => new { x.municipality_id, x.organisation_id },
                        principalTable: "organisations",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_reactions_people_municipality_id_person_id",
                        columns: x => new { x.municipality_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_reactions_round_answers_municipality_id_answer_id",
                        columns: x => new { x.municipality_id, x.answer_id },
                        principalTable: "round_answers",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_reactions_rounds_municipality_id_round_id",
                        columns: x => new { x.municipality_id, x.round_id },
                        principalTable: "rounds",
                        principalColumns: new[] { "municipality_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_access_links_municipality_id_person_id",
                table: "access_links",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_access_links_municipality_id_secret_hash",
                table: "access_links",
                columns: new[] { "municipality_id", "secret_hash" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_access_links_municipality_id_subject_id",
                table: "access_links",
                columns: new[] { "municipality_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_advice_answer_lines_municipality_id_point_id",
                table: "advice_answer_lines",
                columns: new[] { "municipality_id", "point_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_advice_answers_municipality_id_advice_id_number",
                table: "advice_answers",
                columns: new[] { "municipality_id", "advice_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_advice_answers_municipality_id_contribution_id",
                table: "advice_answers",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_advice_answers_one_draft",
                table: "advice_answers",
                columns: new[] { "municipality_id", "advice_id" },
                unique: true,
                filter: "published_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_advice_points_municipality_id_advice_id_number",
                table: "advice_points",
                columns: new[] { "municipality_id", "advice_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_advices_municipality_id_adviser_id_state",
                table: "advices",
                columns: new[] { "municipality_id", "adviser_id", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_advices_municipality_id_ask_contribution_id",
                table: "advices",
                columns: new[] { "municipality_id", "ask_contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_advices_municipality_id_dossier_id",
                table: "advices",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_advices_municipality_id_given_contribution_id",
                table: "advices",
                columns: new[] { "municipality_id", "given_contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_advices_municipality_id_standpoint_id",
                table: "advices",
                columns: new[] { "municipality_id", "standpoint_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_advices_to_remind",
                table: "advices",
                columns: new[] { "municipality_id", "due" },
                filter: "state = 'Asked' AND reminded_on IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_agenda_points_municipality_id_added_by_id",
                table: "agenda_points",
                columns: new[] { "municipality_id", "added_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_agenda_points_municipality_id_organisation_id_state_id",
                table: "agenda_points",
                columns: new[] { "municipality_id", "organisation_id", "state", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_agenda_points_municipality_id_organisation_id_subject_id",
                table: "agenda_points",
                columns: new[] { "municipality_id", "organisation_id", "subject_id" },
                unique: true,
                filter: "state = 'Open' AND subject_id IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_agenda_points_municipality_id_subject_id",
                table: "agenda_points",
                columns: new[] { "municipality_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreement_answers_municipality_id_contribution_id",
                table: "agreement_answers",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreement_answers_municipality_id_version_id_organisation_i~",
                table: "agreement_answers",
                columns: new[] { "municipality_id", "version_id", "organisation_id", "turn" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreement_evaluation_municipality_id_agreement_id_on_day",
                table: "agreement_evaluation",
                columns: new[] { "municipality_id", "agreement_id", "on_day" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreement_party_municipality_id_organisation_id",
                table: "agreement_party",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreement_pledge_municipality_id_organisation_id",
                table: "agreement_pledge",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreement_pledge_municipality_id_theme_id",
                table: "agreement_pledge",
                columns: new[] { "municipality_id", "theme_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreement_pledge_municipality_id_version_id",
                table: "agreement_pledge",
                columns: new[] { "municipality_id", "version_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreement_versions_municipality_id_agreement_id_number",
                table: "agreement_versions",
                columns: new[] { "municipality_id", "agreement_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_agreements_municipality_id_keeper_id",
                table: "agreements",
                columns: new[] { "municipality_id", "keeper_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_answer_corrections_municipality_id_written_by_id",
                table: "answer_corrections",
                columns: new[] { "municipality_id", "written_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_answer_corrections_one_waits",
                table: "answer_corrections",
                columns: new[] { "municipality_id", "answer_id" },
                unique: true,
                filter: "given_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_areas_municipality_id_village_id",
                table: "areas",
                columns: new[] { "municipality_id", "village_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_backings_municipality_id_contribution_id",
                table: "backings",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_backings_municipality_id_person_id",
                table: "backings",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_backings_municipality_id_village_id",
                table: "backings",
                columns: new[] { "municipality_id", "village_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_backings_named",
                table: "backings",
                columns: new[] { "municipality_id", "initiative_id", "at" },
                filter: "name_is_public AND state = 'Counted'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_municipality_id_initiative_id",
                table: "budget_lines",
                columns: new[] { "municipality_id", "initiative_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_calendar_keys_municipality_id_hash",
                table: "calendar_keys",
                columns: new[] { "municipality_id", "hash" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_channel_posts_municipality_id_contribution_id",
                table: "channel_posts",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_channel_posts_municipality_id_subject_id_at_id",
                table: "channel_posts",
                columns: new[] { "municipality_id", "subject_id", "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_check_turnout_municipality_id_check_id_organisation_id",
                table: "check_turnout",
                columns: new[] { "municipality_id", "check_id", "organisation_id" },
                unique: true,
                filter: "organisation_id IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_check_turnout_municipality_id_check_id_person_id",
                table: "check_turnout",
                columns: new[] { "municipality_id", "check_id", "person_id" },
                unique: true,
                filter: "person_id IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_check_turnout_municipality_id_organisation_id",
                table: "check_turnout",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_check_turnout_municipality_id_person_id",
                table: "check_turnout",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_checks_municipality_id_year_half",
                table: "checks",
                columns: new[] { "municipality_id", "year", "half" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_colleagues_municipality_id_person_id",
                table: "colleagues",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_concern_signals_municipality_id_signal_id",
                table: "concern_signals",
                columns: new[] { "municipality_id", "signal_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_concerns_municipality_id_answer_contribution_id",
                table: "concerns",
                columns: new[] { "municipality_id", "answer_contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_concerns_municipality_id_contribution_id",
                table: "concerns",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_concerns_municipality_id_initiative_id_at_id",
                table: "concerns",
                columns: new[] { "municipality_id", "initiative_id", "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_concerns_municipality_id_initiative_id_person_id_number",
                table: "concerns",
                columns: new[] { "municipality_id", "initiative_id", "person_id", "number" },
                unique: true,
                filter: "organisation_id IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_concerns_municipality_id_organisation_id",
                table: "concerns",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_concerns_municipality_id_person_id",
                table: "concerns",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_concerns_municipality_id_village_id",
                table: "concerns",
                columns: new[] { "municipality_id", "village_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_consents_municipality_id_person_id",
                table: "consents",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder
                .CreateIndex(
                    name: "ix_consents_one_open",
                    table: "consents",
                    columns: new[] { "municipality_id", "person_id", "purpose", "about_id" },
                    unique: true,
                    filter: "withdrawn_at IS NULL"
                )
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_contributions_municipality_id_by_person_id",
                table: "contributions",
                columns: new[] { "municipality_id", "by_person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_contributions_municipality_id_entered_by_id",
                table: "contributions",
                columns: new[] { "municipality_id", "entered_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_contributions_municipality_id_entered_for_id",
                table: "contributions",
                columns: new[] { "municipality_id", "entered_for_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_contributions_municipality_id_on_behalf_of_id",
                table: "contributions",
                columns: new[] { "municipality_id", "on_behalf_of_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_contributions_municipality_id_subject_id_by_person_id",
                table: "contributions",
                columns: new[] { "municipality_id", "subject_id", "by_person_id" },
                filter: "name_is_public"
            );

            migrationBuilder.CreateIndex(
                name: "ix_defects_municipality_id_village_id",
                table: "defects",
                columns: new[] { "municipality_id", "village_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_development_step_municipality_id_development_id",
                table: "development_step",
                columns: new[] { "municipality_id", "development_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_development_step_municipality_id_other_id",
                table: "development_step",
                columns: new[] { "municipality_id", "other_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_developments_municipality_id_act_by",
                table: "developments",
                columns: new[] { "municipality_id", "act_by" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_developments_municipality_id_follower_id",
                table: "developments",
                columns: new[] { "municipality_id", "follower_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_developments_municipality_id_umbrella_id",
                table: "developments",
                columns: new[] { "municipality_id", "umbrella_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_digest_lines_municipality_id_frequency",
                table: "digest_lines",
                columns: new[] { "municipality_id", "frequency" },
                filter: "day IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_digest_lines_municipality_id_journal_entry_id",
                table: "digest_lines",
                columns: new[] { "municipality_id", "journal_entry_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_document_pictures_file_hash",
                table: "document_pictures",
                column: "file_hash"
            );

            migrationBuilder.CreateIndex(
                name: "ix_document_pictures_municipality_id_document_id_file_hash",
                table: "document_pictures",
                columns: new[] { "municipality_id", "document_id", "file_hash" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_document_sections_municipality_id_version_id_anchor",
                table: "document_sections",
                columns: new[] { "municipality_id", "version_id", "anchor" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_document_versions_municipality_id_document_id_number",
                table: "document_versions",
                columns: new[] { "municipality_id", "document_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_document_versions_municipality_id_word_file_id",
                table: "document_versions",
                columns: new[] { "municipality_id", "word_file_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_documents_municipality_id_dossier_id",
                table: "documents",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_documents_municipality_id_word_file_id",
                table: "documents",
                columns: new[] { "municipality_id", "word_file_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_change_municipality_id_dossier_id",
                table: "dossier_change",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_date_change_municipality_id_dossier_id",
                table: "dossier_date_change",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_invitations_municipality_id_dossier_id_organisation~",
                table: "dossier_invitations",
                columns: new[] { "municipality_id", "dossier_id", "organisation_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_invitations_municipality_id_organisation_id",
                table: "dossier_invitations",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_invitations_municipality_id_told_by_id",
                table: "dossier_invitations",
                columns: new[] { "municipality_id", "told_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_invitations_municipality_id_village_id",
                table: "dossier_invitations",
                columns: new[] { "municipality_id", "village_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_openings_municipality_id_dossier_id_at",
                table: "dossier_openings",
                columns: new[] { "municipality_id", "dossier_id", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_openings_municipality_id_reader_id",
                table: "dossier_openings",
                columns: new[] { "municipality_id", "reader_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_place_changes_municipality_id_dossier_id",
                table: "dossier_place_changes",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_place_changes_municipality_id_place_id",
                table: "dossier_place_changes",
                columns: new[] { "municipality_id", "place_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_readers_municipality_id_dossier_id",
                table: "dossier_readers",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_readers_municipality_id_organisation_id",
                table: "dossier_readers",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_readers_municipality_id_person_id",
                table: "dossier_readers",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_stage_words_municipality_id_dossier_id",
                table: "dossier_stage_words",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_stages_municipality_id_dossier_id_stage",
                table: "dossier_stages",
                columns: new[] { "municipality_id", "dossier_id", "stage" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_words_municipality_id_contribution_id",
                table: "dossier_words",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossier_words_municipality_id_dossier_id",
                table: "dossier_words",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_municipality_id_first_word_on",
                table: "dossiers",
                columns: new[] { "municipality_id", "first_word_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_municipality_id_organisation_id",
                table: "dossiers",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_municipality_id_owner_id",
                table: "dossiers",
                columns: new[] { "municipality_id", "owner_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_endorsements_municipality_id_concern_id",
                table: "endorsements",
                columns: new[] { "municipality_id", "concern_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_endorsements_municipality_id_initiative_id_organisation_id",
                table: "endorsements",
                columns: new[] { "municipality_id", "initiative_id", "organisation_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_endorsements_municipality_id_organisation_id",
                table: "endorsements",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_expert_marks_municipality_id_organisation_id",
                table: "expert_marks",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_expert_questions_municipality_id_contribution_id",
                table: "expert_questions",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_expert_questions_municipality_id_expert_id_state_id",
                table: "expert_questions",
                columns: new[] { "municipality_id", "expert_id", "state", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_expert_questions_municipality_id_person_id_asked_at",
                table: "expert_questions",
                columns: new[] { "municipality_id", "person_id", "asked_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_experts_municipality_id_contribution_id",
                table: "experts",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_facilities_municipality_id_village_id",
                table: "facilities",
                columns: new[] { "municipality_id", "village_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_follows_municipality_id_person_id",
                table: "follows",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_ground_rules_parties_municipality_id_organisation_id",
                table: "ground_rules_parties",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder
                .CreateIndex(
                    name: "ix_ground_rules_parties_once",
                    table: "ground_rules_parties",
                    columns: new[] { "municipality_id", "initiative_id", "kind", "organisation_id" },
                    unique: true,
                    filter: "until IS NULL"
                )
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_ground_rules_responses_municipality_id_contribution_id",
                table: "ground_rules_responses",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_ground_rules_responses_municipality_id_party_id",
                table: "ground_rules_responses",
                columns: new[] { "municipality_id", "party_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_ground_rules_responses_municipality_id_version_id_turn",
                table: "ground_rules_responses",
                columns: new[] { "municipality_id", "version_id", "turn" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_ground_rules_versions_municipality_id_contribution_id",
                table: "ground_rules_versions",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_ground_rules_versions_municipality_id_initiative_id_number",
                table: "ground_rules_versions",
                columns: new[] { "municipality_id", "initiative_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_ground_rules_versions_municipality_id_proposed_by_id",
                table: "ground_rules_versions",
                columns: new[] { "municipality_id", "proposed_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_ground_rules_versions_one_open",
                table: "ground_rules_versions",
                columns: new[] { "municipality_id", "initiative_id" },
                unique: true,
                filter: "state = 'Proposed'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_hand_in_drafts_municipality_id_expires_at",
                table: "hand_in_drafts",
                columns: new[] { "municipality_id", "expires_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_help_responses_municipality_id_contribution_id",
                table: "help_responses",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_help_responses_municipality_id_decided_by_id",
                table: "help_responses",
                columns: new[] { "municipality_id", "decided_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_help_responses_municipality_id_help_id_id",
                table: "help_responses",
                columns: new[] { "municipality_id", "help_id", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_help_responses_municipality_id_person_id",
                table: "help_responses",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_help_responses_one_standing",
                table: "help_responses",
                columns: new[] { "municipality_id", "help_id", "person_id" },
                unique: true,
                filter: "state IN ('Unconfirmed', 'Waiting', 'Accepted')"
            );

            migrationBuilder.CreateIndex(
                name: "ix_helps_municipality_id_contribution_id",
                table: "helps",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_helps_municipality_id_initiative_id",
                table: "helps",
                columns: new[] { "municipality_id", "initiative_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_helps_municipality_id_state_ends_on_id",
                table: "helps",
                columns: new[] { "municipality_id", "state", "ends_on", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_municipality_id_contribution_id",
                table: "initiatives",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_municipality_id_intake_id",
                table: "initiatives",
                columns: new[] { "municipality_id", "intake", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_municipality_id_phase_id",
                table: "initiatives",
                columns: new[] { "municipality_id", "phase", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_municipality_id_village_id_id",
                table: "initiatives",
                columns: new[] { "municipality_id", "village_id", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_initiators_municipality_id_person_id",
                table: "initiators",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_invited_associations_municipality_id_association_id",
                table: "invited_associations",
                columns: new[] { "municipality_id", "association_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_journal_municipality_id_at",
                table: "journal",
                columns: new[] { "municipality_id", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_journal_municipality_id_subject_id_at",
                table: "journal",
                columns: new[] { "municipality_id", "subject_id", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_journal_telling",
                table: "journal",
                columns: new[] { "municipality_id", "at" },
                filter: "verb NOT LIKE 'backing.%' AND verb NOT LIKE 'concern.%' AND verb NOT LIKE 'reaction.%' AND verb NOT LIKE 'answer.%'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_journal_telling_subject",
                table: "journal",
                columns: new[] { "municipality_id", "subject_id", "at" },
                filter: "verb NOT LIKE 'backing.%' AND verb NOT LIKE 'concern.%' AND verb NOT LIKE 'reaction.%' AND verb NOT LIKE 'answer.%'"
            );

            migrationBuilder.CreateIndex(name: "ix_journal_transaction_id", table: "journal", column: "transaction_id");

            migrationBuilder.CreateIndex(
                name: "ix_mail_messages_municipality_id_can_wait_not_before_id",
                table: "mail_messages",
                columns: new[] { "municipality_id", "can_wait", "not_before", "id" },
                filter: "state = 'Waiting'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_messages_municipality_id_journal_entry_id",
                table: "mail_messages",
                columns: new[] { "municipality_id", "journal_entry_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_messages_municipality_id_key",
                table: "mail_messages",
                columns: new[] { "municipality_id", "key" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_messages_municipality_id_person_id",
                table: "mail_messages",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_messages_municipality_id_state",
                table: "mail_messages",
                columns: new[] { "municipality_id", "state" },
                filter: "state = 'GaveUp'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_messages_municipality_id_subject_id",
                table: "mail_messages",
                columns: new[] { "municipality_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_memberships_municipality_id_organisation_id",
                table: "memberships",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_memberships_municipality_id_umbrella_id",
                table: "memberships",
                columns: new[] { "municipality_id", "umbrella_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_municipalities_host",
                table: "municipalities",
                column: "host",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_municipalities_slug",
                table: "municipalities",
                column: "slug",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_newsletter_items_municipality_id_newsletter_id_subject_id",
                table: "newsletter_items",
                columns: new[] { "municipality_id", "newsletter_id", "subject_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_newsletter_items_municipality_id_subject_id",
                table: "newsletter_items",
                columns: new[] { "municipality_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_newsletter_subscriptions_municipality_id_person_id",
                table: "newsletter_subscriptions",
                columns: new[] { "municipality_id", "person_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_newsletter_subscriptions_municipality_id_state_since",
                table: "newsletter_subscriptions",
                columns: new[] { "municipality_id", "state", "since" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_newsletter_wishes_municipality_id_subject_id",
                table: "newsletter_wishes",
                columns: new[] { "municipality_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_municipality_id_maker_id",
                table: "newsletters",
                columns: new[] { "municipality_id", "maker_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_municipality_id_organisation_id",
                table: "newsletters",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_municipality_id_state_sent_at",
                table: "newsletters",
                columns: new[] { "municipality_id", "state", "sent_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_organisations_municipality_id_name",
                table: "organisations",
                columns: new[] { "municipality_id", "name" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_paper_counts_municipality_id_person_id",
                table: "paper_counts",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_paper_counts_municipality_id_tally_id_person_id",
                table: "paper_counts",
                columns: new[] { "municipality_id", "tally_id", "person_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_paper_tallies_municipality_id_contribution_id",
                table: "paper_tallies",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_paper_tallies_municipality_id_initiative_id",
                table: "paper_tallies",
                columns: new[] { "municipality_id", "initiative_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_people_municipality_id_erase_announced_at",
                table: "people",
                columns: new[] { "municipality_id", "erase_announced_at" },
                filter: "erase_announced_at IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_people_municipality_id_normalized_email",
                table: "people",
                columns: new[] { "municipality_id", "normalized_email" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_people_municipality_id_normalized_user_name",
                table: "people",
                columns: new[] { "municipality_id", "normalized_user_name" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_person_claims_municipality_id_user_id",
                table: "person_claims",
                columns: new[] { "municipality_id", "user_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_person_logins_municipality_id_user_id",
                table: "person_logins",
                columns: new[] { "municipality_id", "user_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_person_passkeys_municipality_id_user_id",
                table: "person_passkeys",
                columns: new[] { "municipality_id", "user_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_phase_changes_municipality_id_initiative_id",
                table: "phase_changes",
                columns: new[] { "municipality_id", "initiative_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_postbox_messages_municipality_id_message_id",
                table: "postbox_messages",
                columns: new[] { "municipality_id", "message_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_promise_moves_municipality_id_decided_by_id",
                table: "promise_moves",
                columns: new[] { "municipality_id", "decided_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promise_moves_municipality_id_promise_id",
                table: "promise_moves",
                columns: new[] { "municipality_id", "promise_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promise_moves_municipality_id_proposed_by_id",
                table: "promise_moves",
                columns: new[] { "municipality_id", "proposed_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promise_moves_one_open",
                table: "promise_moves",
                columns: new[] { "municipality_id", "promise_id" },
                unique: true,
                filter: "state = 'Open'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_promise_photos_municipality_id_promise_id",
                table: "promise_photos",
                columns: new[] { "municipality_id", "promise_id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_promises_municipality_id_by_organisation_id_state_due",
                table: "promises",
                columns: new[] { "municipality_id", "by_organisation_id", "state", "due" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promises_municipality_id_by_person_id",
                table: "promises",
                columns: new[] { "municipality_id", "by_person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promises_municipality_id_state_due",
                table: "promises",
                columns: new[] { "municipality_id", "state", "due" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promises_municipality_id_subject_id",
                table: "promises",
                columns: new[] { "municipality_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promises_municipality_id_to_organisation_id_state_due",
                table: "promises",
                columns: new[] { "municipality_id", "to_organisation_id", "state", "due" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_promises_municipality_id_to_person_id",
                table: "promises",
                columns: new[] { "municipality_id", "to_person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_questions_municipality_id_contribution_id",
                table: "questions",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_questions_municipality_id_initiative_id",
                table: "questions",
                columns: new[] { "municipality_id", "initiative_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_questions_municipality_id_reply_contribution_id",
                table: "questions",
                columns: new[] { "municipality_id", "reply_contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_file_hash",
                table: "reactions",
                column: "file_hash",
                filter: "file_hash <> ''"
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_municipality_id_answer_id",
                table: "reactions",
                columns: new[] { "municipality_id", "answer_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_municipality_id_contribution_id",
                table: "reactions",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_municipality_id_organisation_id",
                table: "reactions",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_municipality_id_person_id",
                table: "reactions",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_municipality_id_round_id_anchor_at_id",
                table: "reactions",
                columns: new[] { "municipality_id", "round_id", "anchor", "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_municipality_id_round_id_at_id",
                table: "reactions",
                columns: new[] { "municipality_id", "round_id", "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_municipality_id_section_id",
                table: "reactions",
                columns: new[] { "municipality_id", "section_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_unanswered",
                table: "reactions",
                columns: new[] { "municipality_id", "round_id", "answer_id", "at" },
                filter: "state = 'Standing'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_reactions_unconfirmed",
                table: "reactions",
                columns: new[] { "municipality_id", "at" },
                filter: "state = 'AwaitingConfirmation'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_relations_municipality_id_from_id",
                table: "relations",
                columns: new[] { "municipality_id", "from_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_relations_municipality_id_to_id",
                table: "relations",
                columns: new[] { "municipality_id", "to_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_relations_once",
                table: "relations",
                columns: new[] { "municipality_id", "low_id", "high_id", "kind" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_representations_municipality_id_organisation_id",
                table: "representations",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_representations_municipality_id_village_id",
                table: "representations",
                columns: new[] { "municipality_id", "village_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_requirements_municipality_id_initiative_id",
                table: "requirements",
                columns: new[] { "municipality_id", "initiative_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_role_holdings_municipality_id_organisation_id",
                table: "role_holdings",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_role_holdings_municipality_id_person_id",
                table: "role_holdings",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_role_holdings_municipality_id_to",
                table: "role_holdings",
                columns: new[] { "municipality_id", "to" },
                filter: "NOT promises_handed_over"
            );

            migrationBuilder.CreateIndex(
                name: "ix_role_holdings_municipality_id_village_id",
                table: "role_holdings",
                columns: new[] { "municipality_id", "village_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_round_answers_municipality_id_handled_by_id",
                table: "round_answers",
                columns: new[] { "municipality_id", "handled_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_round_answers_municipality_id_round_id",
                table: "round_answers",
                columns: new[] { "municipality_id", "round_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_round_answers_municipality_id_written_by_id",
                table: "round_answers",
                columns: new[] { "municipality_id", "written_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_round_extensions_municipality_id_round_id",
                table: "round_extensions",
                columns: new[] { "municipality_id", "round_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_rounds_municipality_id_answer_by",
                table: "rounds",
                columns: new[] { "municipality_id", "answer_by" },
                filter: "finished_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_rounds_municipality_id_document_id",
                table: "rounds",
                columns: new[] { "municipality_id", "document_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_rounds_municipality_id_dossier_id",
                table: "rounds",
                columns: new[] { "municipality_id", "dossier_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_rounds_municipality_id_promise_id",
                table: "rounds",
                columns: new[] { "municipality_id", "promise_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_rounds_to_tell",
                table: "rounds",
                columns: new[] { "municipality_id", "closes_at" },
                filter: "NOT opening_told OR NOT closing_told"
            );

            migrationBuilder.CreateIndex(
                name: "ix_sent_reactions_municipality_id_association_id",
                table: "sent_reactions",
                columns: new[] { "municipality_id", "association_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_shared_concerns_municipality_id_kept_by_id",
                table: "shared_concerns",
                columns: new[] { "municipality_id", "kept_by_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signal_forwards_municipality_id_organisation_id",
                table: "signal_forwards",
                columns: new[] { "municipality_id", "organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signal_forwards_municipality_id_person_id",
                table: "signal_forwards",
                columns: new[] { "municipality_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signal_forwards_one_accepted",
                table: "signal_forwards",
                columns: new[] { "municipality_id", "signal_id" },
                unique: true,
                filter: "accepted_at IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_signals_municipality_id_answered_for_id",
                table: "signals",
                columns: new[] { "municipality_id", "answered_for_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signals_municipality_id_contribution_id",
                table: "signals",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signals_municipality_id_merged_into_id",
                table: "signals",
                columns: new[] { "municipality_id", "merged_into_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signals_municipality_id_split_from_id",
                table: "signals",
                columns: new[] { "municipality_id", "split_from_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signals_municipality_id_state_id",
                table: "signals",
                columns: new[] { "municipality_id", "state", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signals_municipality_id_village_id_id",
                table: "signals",
                columns: new[] { "municipality_id", "village_id", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signatures_municipality_id_contribution_id",
                table: "signatures",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signatures_municipality_id_journal_entry_id",
                table: "signatures",
                columns: new[] { "municipality_id", "journal_entry_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signatures_municipality_id_round_id_association_id_number",
                table: "signatures",
                columns: new[] { "municipality_id", "round_id", "association_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_signing_rounds_municipality_id_standpoint_id_number",
                table: "signing_rounds",
                columns: new[] { "municipality_id", "standpoint_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_signing_rounds_municipality_id_version_id",
                table: "signing_rounds",
                columns: new[] { "municipality_id", "version_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_signing_rounds_one_open",
                table: "signing_rounds",
                columns: new[] { "municipality_id", "standpoint_id" },
                unique: true,
                filter: "ended_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_standpoint_sources_municipality_id_subject_id",
                table: "standpoint_sources",
                columns: new[] { "municipality_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_standpoint_versions_municipality_id_contribution_id",
                table: "standpoint_versions",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_standpoint_versions_municipality_id_standpoint_id_number",
                table: "standpoint_versions",
                columns: new[] { "municipality_id", "standpoint_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_standpoints_municipality_id_answer_contribution_id",
                table: "standpoints",
                columns: new[] { "municipality_id", "answer_contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_standpoints_municipality_id_umbrella_id_state",
                table: "standpoints",
                columns: new[] { "municipality_id", "umbrella_id", "state" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_subject_files_municipality_id_subject_id",
                table: "subject_files",
                columns: new[] { "municipality_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_subject_groups_municipality_id_group_id_subject_id",
                table: "subject_groups",
                columns: new[] { "municipality_id", "group_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_subject_themes_municipality_id_theme_id_subject_id",
                table: "subject_themes",
                columns: new[] { "municipality_id", "theme_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_subject_villages_municipality_id_village_id_subject_id",
                table: "subject_villages",
                columns: new[] { "municipality_id", "village_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_subjects_municipality_id_kind_visibility_changed_at_id",
                table: "subjects",
                columns: new[] { "municipality_id", "kind", "visibility", "changed_at", "id" }
            );

            migrationBuilder.CreateIndex(name: "ix_submitted_forms_at", table: "submitted_forms", column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_target_groups_municipality_id_name",
                table: "target_groups",
                columns: new[] { "municipality_id", "name" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_updates_municipality_id_contribution_id",
                table: "updates",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_updates_municipality_id_initiative_id_at_id",
                table: "updates",
                columns: new[] { "municipality_id", "initiative_id", "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_village_requests_municipality_id_answer_contribution_id",
                table: "village_requests",
                columns: new[] { "municipality_id", "answer_contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_village_requests_municipality_id_association_id_asked_on",
                table: "village_requests",
                columns: new[] { "municipality_id", "association_id", "asked_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_village_requests_municipality_id_by_organisation_id",
                table: "village_requests",
                columns: new[] { "municipality_id", "by_organisation_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_village_requests_municipality_id_contribution_id",
                table: "village_requests",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_village_requests_municipality_id_state_answer_by",
                table: "village_requests",
                columns: new[] { "municipality_id", "state", "answer_by" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_village_requests_municipality_id_to_call_id",
                table: "village_requests",
                columns: new[] { "municipality_id", "to_call_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_what_suits_municipality_id_contribution_id",
                table: "what_suits",
                columns: new[] { "municipality_id", "contribution_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_what_suits_topics_municipality_id_theme_id",
                table: "what_suits_topics",
                columns: new[] { "municipality_id", "theme_id" }
            );

            migrationBuilder.CreateIndex(name: "ix_word_files_file_hash", table: "word_files", column: "file_hash");

            migrationBuilder.CreateIndex(
                name: "ix_word_files_municipality_id_document_id",
                table: "word_files",
                columns: new[] { "municipality_id", "document_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_word_files_waiting",
                table: "word_files",
                columns: new[] { "municipality_id", "at" },
                filter: "state = 'Waiting'"
            );

            migrationBuilder.AddForeignKey(
                name: "fk_answer_corrections_round_answers_municipality_id_answer_id",
                table: "answer_corrections",
                columns: new[] { "municipality_id", "answer_id" },
                principalTable: "round_answers",
                principalColumns: new[] { "municipality_id", "id" },
                onDelete: ReferentialAction.Cascade
            );

            migrationBuilder.AddForeignKey(
                name: "fk_document_pictures_documents_municipality_id_document_id",
                table: "document_pictures",
                columns: new[] { "municipality_id", "document_id" },
                principalTable: "documents",
                principalColumns: new[] { "municipality_id", "id" },
                onDelete: ReferentialAction.Restrict
            );

            migrationBuilder.AddForeignKey(
                name: "fk_document_sections_document_versions_municipality_id_version_~",
                table: "document_sections",
                columns: new[] { "municipality_id", "version_id" },
                principalTable: "document_versions",
                principalColumns: new[] { "municipality_id", "id" },
                onDelete: ReferentialAction.Restrict
            );

            migrationBuilder.AddForeignKey(
                name: "fk_document_versions_documents_municipality_id_document_id",
                table: "document_versions",
                columns: new[] { "municipality_id", "document_id" },
                principalTable: "documents",
                principalColumns: new[] { "municipality_id", "id" },
                onDelete: ReferentialAction.Restrict
            );

            migrationBuilder.AddForeignKey(
                name: "fk_document_versions_word_files_municipality_id_word_file_id",
                table: "document_versions",
                columns: new[] { "municipality_id", "word_file_id" },
                principalTable: "word_files",
                principalColumns: new[] { "municipality_id", "id" },
                onDelete: ReferentialAction.Restrict
            );

            migrationBuilder.AddForeignKey(
                name: "fk_documents_word_files_municipality_id_word_file_id",
                table: "documents",
                columns: new[] { "municipality_id", "word_file_id" },
                principalTable: "word_files",
                principalColumns: new[] { "municipality_id", "id" },
                onDelete: ReferentialAction.Restrict
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "fk_dossiers_people_municipality_id_owner_id", table: "dossiers");

            migrationBuilder.DropForeignKey(name: "fk_dossiers_subjects_municipality_id_id", table: "dossiers");

            migrationBuilder.DropForeignKey(
                name: "fk_documents_dossiers_municipality_id_dossier_id",
                table: "documents"
            );

            migrationBuilder.DropForeignKey(
                name: "fk_word_files_documents_municipality_id_document_id",
                table: "word_files"
            );

            migrationBuilder.DropTable(name: "access_links");

            migrationBuilder.DropTable(name: "advice_answer_lines");

            migrationBuilder.DropTable(name: "agenda_points");

            migrationBuilder.DropTable(name: "agreement_answers");

            migrationBuilder.DropTable(name: "agreement_evaluation");

            migrationBuilder.DropTable(name: "agreement_pledge");

            migrationBuilder.DropTable(name: "answer_corrections");

            migrationBuilder.DropTable(name: "areas");

            migrationBuilder.DropTable(name: "backings");

            migrationBuilder.DropTable(name: "budget_choices");

            migrationBuilder.DropTable(name: "budget_lines");

            migrationBuilder.DropTable(name: "calendar_keys");

            migrationBuilder.DropTable(name: "channel_posts");

            migrationBuilder.DropTable(name: "check_tally");

            migrationBuilder.DropTable(name: "check_turnout");

            migrationBuilder.DropTable(name: "colleagues");

            migrationBuilder.DropTable(name: "concern_signals");

            migrationBuilder.DropTable(name: "consents");

            migrationBuilder.DropTable(name: "data_protection_keys");

            migrationBuilder.DropTable(name: "defects");

            migrationBuilder.DropTable(name: "development_step");

            migrationBuilder.DropTable(name: "digest_lines");

            migrationBuilder.DropTable(name: "document_pictures");

            migrationBuilder.DropTable(name: "dossier_change");

            migrationBuilder.DropTable(name: "dossier_date_change");

            migrationBuilder.DropTable(name: "dossier_drafts");

            migrationBuilder.DropTable(name: "dossier_invitations");

            migrationBuilder.DropTable(name: "dossier_openings");

            migrationBuilder.DropTable(name: "dossier_place_changes");

            migrationBuilder.DropTable(name: "dossier_stage_words");

            migrationBuilder.DropTable(name: "dossier_stages");

            migrationBuilder.DropTable(name: "dossier_words");

            migrationBuilder.DropTable(name: "endorsements");

            migrationBuilder.DropTable(name: "expert_marks");

            migrationBuilder.DropTable(name: "expert_questions");

            migrationBuilder.DropTable(name: "facilities");

            migrationBuilder.DropTable(name: "follows");

            migrationBuilder.DropTable(name: "ground_rules_responses");

            migrationBuilder.DropTable(name: "hand_in_drafts");

            migrationBuilder.DropTable(name: "help_responses");

            migrationBuilder.DropTable(name: "initiators");

            migrationBuilder.DropTable(name: "mail_messages");

            migrationBuilder.DropTable(name: "memberships");

            migrationBuilder.DropTable(name: "municipalities");

            migrationBuilder.DropTable(name: "newsletter_items");

            migrationBuilder.DropTable(name: "newsletter_wishes");

            migrationBuilder.DropTable(name: "paper_counts");

            migrationBuilder.DropTable(name: "pending_dispatches");

            migrationBuilder.DropTable(name: "person_claims");

            migrationBuilder.DropTable(name: "person_logins");

            migrationBuilder.DropTable(name: "person_passkeys");

            migrationBuilder.DropTable(name: "person_tokens");

            migrationBuilder.DropTable(name: "phase_changes");

            migrationBuilder.DropTable(name: "postbox_messages");

            migrationBuilder.DropTable(name: "promise_moves");

            migrationBuilder.DropTable(name: "promise_photos");

            migrationBuilder.DropTable(name: "questions");

            migrationBuilder.DropTable(name: "reactions");

            migrationBuilder.DropTable(name: "relations");

            migrationBuilder.DropTable(name: "representations");

            migrationBuilder.DropTable(name: "requirements");

            migrationBuilder.DropTable(name: "role_holdings");

            migrationBuilder.DropTable(name: "round_counts");

            migrationBuilder.DropTable(name: "round_extensions");

            migrationBuilder.DropTable(name: "sent_reactions");

            migrationBuilder.DropTable(name: "signal_forwards");

            migrationBuilder.DropTable(name: "signatures");

            migrationBuilder.DropTable(name: "standpoint_sources");

            migrationBuilder.DropTable(name: "subject_files");

            migrationBuilder.DropTable(name: "subject_groups");

            migrationBuilder.DropTable(name: "subject_themes");

            migrationBuilder.DropTable(name: "subject_villages");

            migrationBuilder.DropTable(name: "submitted_forms");

            migrationBuilder.DropTable(name: "support_counts");

            migrationBuilder.DropTable(name: "updates");

            migrationBuilder.DropTable(name: "village_inhabitants");

            migrationBuilder.DropTable(name: "village_requests");

            migrationBuilder.DropTable(name: "what_suits_topics");

            migrationBuilder.DropTable(name: "advice_answers");

            migrationBuilder.DropTable(name: "advice_points");

            migrationBuilder.DropTable(name: "agreement_party");

            migrationBuilder.DropTable(name: "checks");

            migrationBuilder.DropTable(name: "shared_concerns");

            migrationBuilder.DropTable(name: "developments");

            migrationBuilder.DropTable(name: "dossier_readers");

            migrationBuilder.DropTable(name: "concerns");

            migrationBuilder.DropTable(name: "experts");

            migrationBuilder.DropTable(name: "ground_rules_versions");

            migrationBuilder.DropTable(name: "helps");

            migrationBuilder.DropTable(name: "newsletters");

            migrationBuilder.DropTable(name: "newsletter_subscriptions");

            migrationBuilder.DropTable(name: "paper_tallies");

            migrationBuilder.DropTable(name: "document_sections");

            migrationBuilder.DropTable(name: "round_answers");

            migrationBuilder.DropTable(name: "signals");

            migrationBuilder.DropTable(name: "invited_associations");

            migrationBuilder.DropTable(name: "journal");

            migrationBuilder.DropTable(name: "target_groups");

            migrationBuilder.DropTable(name: "themes");

            migrationBuilder.DropTable(name: "what_suits");

            migrationBuilder.DropTable(name: "advices");

            migrationBuilder.DropTable(name: "agreement_versions");

            migrationBuilder.DropTable(name: "dossier_confidences");

            migrationBuilder.DropTable(name: "ground_rules_parties");

            migrationBuilder.DropTable(name: "document_versions");

            migrationBuilder.DropTable(name: "rounds");

            migrationBuilder.DropTable(name: "signing_rounds");

            migrationBuilder.DropTable(name: "agreements");

            migrationBuilder.DropTable(name: "initiatives");

            migrationBuilder.DropTable(name: "promises");

            migrationBuilder.DropTable(name: "standpoint_versions");

            migrationBuilder.DropTable(name: "villages");

            migrationBuilder.DropTable(name: "standpoints");

            migrationBuilder.DropTable(name: "contributions");

            migrationBuilder.DropTable(name: "people");

            migrationBuilder.DropTable(name: "subjects");

            migrationBuilder.DropTable(name: "dossiers");

            migrationBuilder.DropTable(name: "organisations");

            migrationBuilder.DropTable(name: "documents");

            migrationBuilder.DropTable(name: "word_files");

            migrationBuilder.DropSequence(name: "ids");

            migrationBuilder.DropSequence(name: "subject_ids");
        }
    }
}
