import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('aftercare', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='client',
            name='industry',
            field=models.CharField(blank=True, max_length=100, verbose_name='行业'),
        ),
        migrations.AddField(
            model_name='client',
            name='remark',
            field=models.CharField(blank=True, max_length=200, verbose_name='备注'),
        ),
        migrations.AddField(
            model_name='client',
            name='revenue',
            field=models.CharField(blank=True, choices=[('under_20m', '2000 万元以下'), ('to_100m', '2000 万元到 1 亿元'), ('to_1bn', '1 亿元到 10 亿元'), ('over_1bn', '10 亿元以上')], max_length=16, verbose_name='年营业收入'),
        ),
        migrations.AddField(
            model_name='client',
            name='staff',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='职工人数'),
        ),
        migrations.AddField(
            model_name='client',
            name='town',
            field=models.CharField(blank=True, db_index=True, max_length=60, verbose_name='所在镇、街道、片区'),
        ),
        migrations.AddField(
            model_name='client',
            name='uscc',
            field=models.CharField(blank=True, db_index=True, max_length=18, verbose_name='统一社会信用代码'),
        ),
        migrations.AddField(
            model_name='stewardship',
            name='why',
            field=models.BinaryField(default=b'', verbose_name='理由'),
        ),
        migrations.CreateModel(
            name='ClientContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('who', models.BinaryField(default=b'', verbose_name='联系人')),
                ('made', models.DateTimeField(verbose_name='登记时间')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='aftercare.client', verbose_name='服务对象')),
            ],
            options={
                'verbose_name': '联系人',
                'verbose_name_plural': '联系人',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='ClientVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='走访时间')),
                ('how', models.CharField(choices=[('on_site', '上门'), ('telephone', '电话'), ('online', '线上')], max_length=16, verbose_name='走访方式')),
                ('note', models.BinaryField(default=b'', verbose_name='走访记录')),
                ('made', models.DateTimeField(verbose_name='记录时间')),
                ('struck', models.DateTimeField(blank=True, null=True, verbose_name='作废时间')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='aftercare.client', verbose_name='服务对象')),
                ('request', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='visit', to='aftercare.request', verbose_name='转成的诉求')),
                ('steward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='走访人')),
            ],
            options={
                'verbose_name': '走访',
                'verbose_name_plural': '走访',
                'ordering': ('-at', '-pk'),
                'indexes': [models.Index(condition=models.Q(('struck', None)), fields=['client', 'at'], name='visits_of_a_client')],
            },
        ),
    ]
