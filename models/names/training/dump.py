"""Writes the given names and surnames of Faker's locales as JSON. Usage: dump.py OUT.json (needs the package Faker 40.40.0)"""
import sys
import importlib,pkgutil,faker.providers.person as P
out={}
for m in pkgutil.iter_modules(P.__path__):
    mod=importlib.import_module('faker.providers.person.'+m.name).Provider
    def get(*ks):
        s=set()
        for k in ks:
            v=getattr(mod,k,None)
            if v is None or not isinstance(v,(dict,list,tuple,set)): continue
            for x in (v.keys() if isinstance(v,dict) else v):
                if isinstance(x,(tuple,list)): s.update(y for y in x if isinstance(y,str))
                elif isinstance(x,str): s.add(x)
        return s
    f=get(*[a for a in dir(mod) if a.startswith('first_name') and not callable(getattr(mod,a))])
    l=get(*[a for a in dir(mod) if a.startswith('last_name') and not callable(getattr(mod,a))])
    out[m.name]=(sorted(f),sorted(l))
import json; json.dump(out,open(sys.argv[1],'w'),ensure_ascii=False)
