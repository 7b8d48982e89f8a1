% mips_bench(MATPOWER, CASE.m, ROUNDS): MATPOWER's interior point method on a case,
% one line of JSON; the time is the median after one run that is not counted.
function mips_bench(matpower, path, rounds)
  warning('off', 'all');
  for part = {'lib', 'mips/lib', 'mp-opt-model/lib', 'mptest/lib'}
    addpath(fullfile(matpower, part{1}));
  end
  [folder, name] = fileparts(path);
  addpath(folder);
  mpc = loadcase(name);
  opt = mpoption('opf.ac.solver', 'MIPS', 'verbose', 0, 'out.all', 0);
  spent = [];
  for k = 0:rounds
    begun = tic;
    r = runopf(mpc, opt);
    if k > 0
      spent(end + 1) = toc(begun);
    end
  end
  printf('{"case": "%s", "success": %d, "objective_usd_h": %.10g, "seconds": %.6f, "matpower": "%s"}\n', ...
    name, r.success, r.f, median(spent), mpver('all')(1).Version);
end
