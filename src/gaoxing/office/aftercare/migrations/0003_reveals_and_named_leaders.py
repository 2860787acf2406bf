import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('aftercare', '0002_clients_known_and_visited'),
        ('people', '0002_who_signs_in'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='part',
            name='yellow_from',
            field=models.DateTimeField(blank=True, null=True, verbose_name='转黄时间'),
        ),
        migrations.AddField(
            model_name='request',
            name='reached',
            field=models.CharField(blank=True, db_index=True, max_length=81, verbose_name='联系电话摘要'),
        ),
        migrations.AddField(
            model_name='request',
            name='yellow_from',
            field=models.DateTimeField(blank=True, null=True, verbose_name='转黄时间'),
        ),
        migrations.CreateModel(
            name='RequestReveal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=32, verbose_name='栏目')),
                ('reason', models.CharField(max_length=48, verbose_name='事由代码')),
                ('words', models.BinaryField(default=b'', verbose_name='说明')),
                ('at', models.DateTimeField(verbose_name='时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='查看人')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reveals', to='aftercare.request', verbose_name='企业诉求')),
            ],
            options={
                'verbose_name': '显示诉求打码内容',
                'verbose_name_plural': '显示诉求打码内容',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='NamedLeader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rung', models.PositiveSmallIntegerField(choices=[(2, '分管领导'), (3, '主要领导')], verbose_name='层级')),
                ('category', models.CharField(blank=True, max_length=32, verbose_name='类别')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='领导')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.unit', verbose_name='单位')),
            ],
            options={
                'verbose_name': '督办领导',
                'verbose_name_plural': '督办领导',
                'ordering': ('rung', 'unit__code', 'category'),
                'constraints': [models.UniqueConstraint(fields=('rung', 'unit', 'category'), name='one_leader_a_place'), models.UniqueConstraint(condition=models.Q(('unit', None)), fields=('rung', 'category'), name='one_leader_of_all_units')],
            },
        ),
    ]
