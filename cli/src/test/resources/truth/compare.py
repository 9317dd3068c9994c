# Runs programs written by PythonSource under cProfile with a counting timer, and compares calls, primitive calls and edges
# with those of a profile that was exported for pstats. Lists what differs, or says how much was compared.
import cProfile, itertools, marshal, re, sys

class X0(Exception): pass
class X1(X0): pass
class X2(X1): pass
class Link(Exception): pass

sys.setrecursionlimit(100000)
repetitions = eval(open('repetitions.txt').read())
runs = []
for package in repetitions:
    names = {'X0': X0, 'X1': X1, 'X2': X2, 'Link': Link}
    exec(compile(open(package + '.py').read(), package + '.py', 'exec'), names)
    runs.append((package, names))

profile = cProfile.Profile(timer=itertools.count().__next__, timeunit=1, builtins=False)
sums = {}
profile.enable()
for package, names in runs:
    fuel, times = repetitions[package]
    total = 0
    for i in range(times):
        try:
            total = total * 31 + names['run'](fuel, (i & 3) * 17)
        except X0:
            total = total * 31 - 1
        total &= 0xffffffff
    sums[package] = total
profile.disable()
profile.create_stats()

def name(key):
    return re.sub(r'(lambda\$host)\$\d+$', r'\1', re.sub(r'\$\d+\.', '$anonymous.', key[2]))

def add(table, key, nc, cc):
    old = table.get(key, (0, 0))
    table[key] = (old[0] + nc, old[1] + cc)

def tables(stats):
    rows, edges = {}, {}
    for key, (cc, nc, tt, ct, callers) in stats.items():
        if name(key).startswith('gen.'):
            add(rows, name(key), nc, cc)
            for caller, (edge_nc, edge_cc, edge_tt, edge_ct) in callers.items():
                if name(caller).startswith('gen.'):
                    add(edges, (name(caller), name(key)), edge_nc, edge_cc)
    return rows, edges

python = tables(profile.stats)
jvm = tables(marshal.load(open('profile.prof', 'rb')))
for mine, theirs in zip(python, jvm):
    for key in sorted(set(mine) | set(theirs), key=str):
        if mine.get(key) != theirs.get(key):
            print('differs:', key, 'Python', mine.get(key), 'JVM', theirs.get(key))
for package, total in sums.items():
    print(package, total - (1 << 32) if total >= 1 << 31 else total)
print('compared', len(python[0]) > 100, len(python[1]) > 100)
