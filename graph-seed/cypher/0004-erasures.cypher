// Personal data that was erased, version 4: which keys were destroyed, so that a copy that is put back is erased as well. It names nobody.
CREATE CONSTRAINT erasure_id IF NOT EXISTS FOR (n:Erasure) REQUIRE n.id IS UNIQUE;
