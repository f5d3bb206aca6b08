CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "resource_type" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_resource_type" PRIMARY KEY,
    "name" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_resource_type_name" ON "resource_type" ("name");

CREATE TABLE "index_system" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_index_system" PRIMARY KEY,
    "url" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_index_system_url" ON "index_system" ("url");

CREATE TABLE "search_parameter" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_search_parameter" PRIMARY KEY,
    "type_id" INTEGER NOT NULL,
    "url" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_search_parameter_type_id_url" ON "search_parameter" ("type_id", "url");

CREATE TABLE "resource" (
    "resource_key" INTEGER NOT NULL CONSTRAINT "PK_resource" PRIMARY KEY,
    "type_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "last_updated" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_resource_type_id_id" ON "resource" ("type_id", "id");

CREATE INDEX "IX_resource_type_id_state_resource_key" ON "resource" ("type_id", "state", "resource_key");

CREATE INDEX "IX_resource_type_id_state_last_updated" ON "resource" ("type_id", "state", "last_updated");

CREATE TABLE "resource_version" (
    "seq" INTEGER NOT NULL CONSTRAINT "PK_resource_version" PRIMARY KEY,
    "resource_key" INTEGER NOT NULL,
    "type_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "last_updated" INTEGER NOT NULL,
    "method" INTEGER NOT NULL,
    "entries" BLOB NOT NULL,
    "content" BLOB NOT NULL
);

CREATE UNIQUE INDEX "IX_resource_version_resource_key_version" ON "resource_version" ("resource_key", "version");

CREATE INDEX "IX_resource_version_type_id_seq" ON "resource_version" ("type_id", "seq");

CREATE INDEX "IX_resource_version_last_updated" ON "resource_version" ("last_updated");

CREATE TABLE "store_state" (
    "name" TEXT NOT NULL CONSTRAINT "PK_store_state" PRIMARY KEY,
    "value" INTEGER NOT NULL
);

INSERT INTO store_state (name, value) VALUES ('indexed_seq', 0);

CREATE TABLE "index_token" (
    "param" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "system_id" INTEGER NOT NULL,
    "resource_key" INTEGER NOT NULL,
    "grp" INTEGER NOT NULL,
    CONSTRAINT "PK_index_token" PRIMARY KEY ("param", "code", "system_id", "resource_key", "grp")
) WITHOUT ROWID;

CREATE TABLE "index_string" (
    "param" INTEGER NOT NULL,
    "folded" TEXT NOT NULL,
    "resource_key" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "grp" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    CONSTRAINT "PK_index_string" PRIMARY KEY ("param", "folded", "resource_key", "ordinal")
) WITHOUT ROWID;

CREATE INDEX "IX_index_string_resource_key_param" ON "index_string" ("resource_key", "param");

CREATE TABLE "index_uri" (
    "param" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "resource_key" INTEGER NOT NULL,
    "grp" INTEGER NOT NULL,
    CONSTRAINT "PK_index_uri" PRIMARY KEY ("param", "value", "resource_key", "grp")
) WITHOUT ROWID;

CREATE TABLE "index_date" (
    "param" INTEGER NOT NULL,
    "start_at" INTEGER NOT NULL,
    "end_at" INTEGER NOT NULL,
    "resource_key" INTEGER NOT NULL,
    "grp" INTEGER NOT NULL,
    CONSTRAINT "PK_index_date" PRIMARY KEY ("param", "start_at", "end_at", "resource_key", "grp")
) WITHOUT ROWID;

CREATE INDEX "IX_index_date_param_end_at" ON "index_date" ("param", "end_at");

CREATE INDEX "IX_index_date_resource_key_param" ON "index_date" ("resource_key", "param");

CREATE TABLE "index_number" (
    "param" INTEGER NOT NULL,
    "low" REAL NOT NULL,
    "high" REAL NOT NULL,
    "resource_key" INTEGER NOT NULL,
    "grp" INTEGER NOT NULL,
    CONSTRAINT "PK_index_number" PRIMARY KEY ("param", "low", "high", "resource_key", "grp")
) WITHOUT ROWID;

CREATE INDEX "IX_index_number_resource_key_param" ON "index_number" ("resource_key", "param");

CREATE TABLE "index_quantity" (
    "param" INTEGER NOT NULL,
    "low" REAL NOT NULL,
    "high" REAL NOT NULL,
    "code" TEXT NOT NULL,
    "system_id" INTEGER NOT NULL,
    "resource_key" INTEGER NOT NULL,
    "grp" INTEGER NOT NULL,
    CONSTRAINT "PK_index_quantity" PRIMARY KEY ("param", "low", "high", "code", "system_id", "resource_key", "grp")
) WITHOUT ROWID;

CREATE INDEX "IX_index_quantity_resource_key_param" ON "index_quantity" ("resource_key", "param");

CREATE TABLE "index_reference" (
    "param" INTEGER NOT NULL,
    "target_key" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "resource_key" INTEGER NOT NULL,
    "target_version" TEXT NOT NULL,
    "grp" INTEGER NOT NULL,
    CONSTRAINT "PK_index_reference" PRIMARY KEY ("param", "target_key", "url", "resource_key", "target_version", "grp")
) WITHOUT ROWID;

CREATE INDEX "IX_index_reference_resource_key_param" ON "index_reference" ("resource_key", "param");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20260101000000_Initial', '10.0.14');


CREATE TABLE "feed_position" (
    "follower" TEXT NOT NULL CONSTRAINT "PK_feed_position" PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL
);

CREATE TABLE "feed_refusal" (
    "follower" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "given_up" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "PK_feed_refusal" PRIMARY KEY ("follower", "seq")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122000000_FeedFollowers', '10.0.14');
