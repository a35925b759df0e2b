// Accounts, beside the network and apart from its log, version 2: one node a record, found by its key, or by a keyed hash of what somebody types or shows.

CREATE CONSTRAINT account_record_key IF NOT EXISTS FOR (n:AccountRecord) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT account_record_lookup IF NOT EXISTS FOR (n:AccountRecord) REQUIRE n.lookup IS UNIQUE;
CREATE INDEX account_record_owner IF NOT EXISTS FOR (n:AccountRecord) ON (n.owner);
CREATE INDEX account_record_until IF NOT EXISTS FOR (n:AccountRecord) ON (n.until);
