def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('com.acme.Dao.query was called 20 times, at most 3 are allowed')
assert log =~ / 1 .*com\.acme\.OrdersTest\.a_list_of_orders_takes_three_queries_at_most\R/
assert log =~ / 20 .*com\.acme\.Dao\.query  <--/
assert log.contains('Tests run: 1, Failures: 1, Errors: 0, Skipped: 0')
assert new File(basedir, 'target').list().any { it ==~ /jprof-\d+\.json/ }
