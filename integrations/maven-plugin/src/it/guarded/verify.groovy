def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('(?=\\[INFO\\] Scanning for projects)').findAll { it.contains('Scanning for projects') }
assert builds.size() == 7

assert new File(basedir, 'baseline/0001.json').exists()
assert !new File(basedir, 'baseline/0002.json').exists()
assert builds[0].contains('accepted as ')

assert builds[1].contains('OK: 1 rule holds (1 run against 1 run of the base)')
assert builds[1].contains('com.acme.Dao.query')
assert builds[1].contains('BUILD SUCCESS')

assert builds[2].contains('[ERROR]    com.acme.Dao.query  20 -> 21')
assert builds[2].contains('[ERROR]       com.acme.Orders.list calls com.acme.Dao.query 21 times instead of 20')
assert builds[2] =~ /Failed to execute goal dev.jprof:jprof-maven-plugin:[^ ]+:check .*: REGRESSION: 1 of 1 rules? is broken/

assert builds[3].contains('jprof has nothing to read: the tests were skipped')
assert builds[4].contains("the sides can't be compared by calls: workload differs")
assert builds[4].contains('compare them with -Djprof.force')
assert builds[5].contains('one run a side can\'t tell a change from noise')
assert builds[5] =~ /:check .*: NOT ENOUGH DATA: /
assert builds[6] =~ /:check .*: the profiles in .* are of an earlier build: the tests ran without jprof's agent/
