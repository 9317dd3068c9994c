def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('(?=\\[INFO\\] Scanning for projects)').findAll { it.contains('Scanning for projects') }
assert builds.size() == 7

assert builds[0] =~ /:check .*: no base to compare with: there is none at .*baseline; mvn test jprof:accept makes one/
assert builds[1].contains('not tried: calls(com.acme.FirstTest.is_run) <= +0%')
assert builds[1].contains('BUILD SUCCESS')
assert builds[2] =~ /:check .*: there are no rules: write .*nowhere.yml/
assert builds[3] =~ /wrong.yml:2:.*is_ran.*com.acme.FirstTest.is_run/
assert builds[4] =~ /:check .*: no profile in .*: the tests ran without jprof's agent/
assert builds[5].contains('jprof is skipped')
assert builds[5].contains('BUILD SUCCESS')
assert builds[6].contains('[WARNING] jprof has nothing to read: no test of this module ran')
