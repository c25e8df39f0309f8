@echo off
rem Opens workshop; sets it up in this folder the first time. READ-ME-FIRST.txt says what the laptop needs.
setlocal
cd /d "%~dp0"
for %%V in (@EACH@) do (
  py -%%V parts\set_up.py --fits >nul 2>nul && set "PYTHON=py -%%V" && goto found
)
python parts\set_up.py --fits >nul 2>nul && set "PYTHON=python" && goto found
echo There is no Python @PYTHONS@ (64 bit) here. READ-ME-FIRST.txt says what to do.
pause
exit /b 3

:found
%PYTHON% parts\set_up.py %*
if errorlevel 1 pause
